import type { Role } from '../principal.js';

export const notifyGrants = {} satisfies Record<string, readonly Role[]>;
