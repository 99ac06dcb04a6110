import type { Role } from '../principal.js';

export const gatewayGrants = {} satisfies Record<string, readonly Role[]>;
