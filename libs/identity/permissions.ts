import type { Role } from './principal.js';
import { agentsGrants } from './grants/agents.js';
import { approvalsGrants } from './grants/approvals.js';
import { gatewayGrants } from './grants/gateway.js';
import { notifyGrants } from './grants/notify.js';
import { projectsGrants } from './grants/projects.js';

/** Permission → the roles that have it. Scope (whose cases) is decided apart, by the owner. */
export const GRANTS: Record<string, readonly Role[]> = {
  ...gatewayGrants,
  ...projectsGrants,
  ...agentsGrants,
  ...approvalsGrants,
  ...notifyGrants,
};
