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

/** Agents but inspectors, who read and never act (R16). */
const AGENTS: readonly Role[] = ['manager', 'guide', 'helper', 'policy_adviser'];
/** Agents may ask and are told in words why a department's act is not theirs (F07). */
const AUTHORITY: readonly Role[] = ['reviewer', 'system', ...AGENTS];

export const approvalsGrants = {
  'catalogue:read': [
    'manager',
    'guide',
    'helper',
    'policy_adviser',
    'inspector',
    'reviewer',
    'system',
    'administrator',
  ],
  'item-plan:read': EVERYONE,
  'item-plan:revise': ['manager', 'guide'],
  'item-plan:set-mode': ['manager', 'guide', 'helper'],
  'roadmap:read': EVERYONE,
  'roadmap:draw': ['guide', 'helper'],
  'roadmap:sign': ['guide'],
  'milestone:record': ['manager', 'guide', 'helper'],
  'approval:read': EVERYONE,
  'approval:submit': ['unit', 'helper', 'guide', 'manager'],
  'approval:record': ['helper', 'guide', 'manager'],
  'approval:complete': ['unit', 'helper', 'guide', 'manager', 'reviewer', 'system'],
  'approval:review': AUTHORITY,
  'pre-approval:decide': AUTHORITY,
} satisfies Record<string, readonly Role[]>;
