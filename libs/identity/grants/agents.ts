import type { Role } from '../principal.js';

export const agentsGrants = {} satisfies Record<string, readonly Role[]>;
