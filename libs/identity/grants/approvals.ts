import type { Role } from '../principal.js';

/** Everyone who may see a case at all; which cases is a matter of scope. */
const EVERYONE: readonly Role[] = [
  'manager',
  'guide',
  'helper',
  'policy_adviser',
  'inspector',
  'unit',
  'reviewer',
  'system',
  'administrator',
];

export const approvalsGrants = {
  'catalogue:read': ['manager', 'guide', 'helper', 'policy_adviser', 'inspector', 'reviewer', 'system', 'administrator'],
  'item-plan:read': EVERYONE,
  'item-plan:revise': ['manager', 'guide'],
  'item-plan:set-mode': ['manager', 'guide', 'helper'],
  'roadmap:read': EVERYONE,
  'roadmap:draw': ['guide', 'helper'],
  'roadmap:sign': ['guide'],
  'milestone:record': ['manager', 'guide', 'helper'],
} satisfies Record<string, readonly Role[]>;
