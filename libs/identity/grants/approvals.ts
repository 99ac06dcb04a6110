import type { Role } from '../principal.js';

export const approvalsGrants = {} satisfies Record<string, readonly Role[]>;
