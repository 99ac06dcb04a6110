import { ServiceEnvironment, readEnvironment } from '#libs/messaging/config.js';

export const environment = readEnvironment(ServiceEnvironment);
