import type { Role } from '../principal.js';

const STAFF = ['manager', 'guide', 'helper'] as const;
const AGENTS = [...STAFF, 'policy_adviser', 'inspector'] as const;
const OFFICE = [...AGENTS, 'reviewer', 'administrator'] as const;

/** Of the agents service. The inspector reads and never acts, but for the beginning of an inspection (R16). */
export const agentsGrants = {
  'institution:manage': ['manager', 'administrator'],
  'agent:manage': ['manager', 'administrator'],
  'agent:read': OFFICE,
  'leave:record': [...STAFF, 'policy_adviser', 'administrator'],
  'responsibility-list:publish': ['manager', 'administrator'],
  'liaison:manage': ['manager', 'administrator'],
  'liaison:read': OFFICE,
  'chief-contact:manage': ['manager', 'administrator'],
  'chief-contact:read': OFFICE,
  'routing:read': OFFICE,
  'routing:override': ['manager', 'guide'],
  'transfer:propose': STAFF,
  'transfer:settle': STAFF,
  'transfer:read': OFFICE,
  'contact:ask': STAFF,
  'coordination:run': STAFF,
  'assignment:make': ['manager'],
  'assignment:read': OFFICE,
  'team:read': [...OFFICE, 'unit'],
  'hand-over:propose': ['manager', 'helper'],
  'hand-over:settle': ['helper'],
  'inspection:begin': ['inspector'],
} satisfies Record<string, readonly Role[]>;
