import type { Role } from '../principal.js';

export const projectsGrants = {} satisfies Record<string, readonly Role[]>;
