import type { Role } from '../principal.js';

const STAFF = ['manager', 'guide', 'helper'] as const;
const EVERYONE = [
  'manager',
  'guide',
  'helper',
  'policy_adviser',
  'inspector',
  'unit',
  'reviewer',
  'system',
  'administrator',
] as const;

/** Of the projects service. The inspector reads and never acts (R16). */
export const projectsGrants = {
  'unit:register': [...STAFF, 'administrator'],
  'unit:read': [...STAFF, 'policy_adviser', 'inspector', 'unit', 'administrator'],
  'unit:search': [...STAFF, 'policy_adviser', 'inspector', 'administrator'],
  'project-list:publish': ['manager', 'administrator'],
  'project-list:read': EVERYONE,
  'project:enter': [...STAFF, 'unit'],
  'project:read': EVERYONE,
  'case:apply': ['unit'],
  'case:draft': STAFF,
  'case:read': EVERYONE,
  'case:terminate': ['unit', 'manager'],
  'case:close': STAFF,
  'agreement:draft': STAFF,
  'agreement:sign': ['unit', 'manager', 'guide'],
  'agreement:file-scan': ['manager', 'guide'],
  'mandate:grant': ['unit'],
  'joint-review:convene': ['manager', 'guide'],
  'joint-review:opine': ['reviewer'],
  'notice:issue': ['manager', 'guide'],
  'visit:record': [...STAFF, 'policy_adviser', 'reviewer'],
  'trip:record': [...STAFF, 'unit'],
  'document:register': [...STAFF, 'policy_adviser', 'unit', 'reviewer'],
  'original:record': STAFF,
  'note:write': [...STAFF, 'policy_adviser', 'unit'],
  'call-back:settle': [...STAFF, 'policy_adviser'],
  'consultation:ask': ['unit'],
  'consultation:answer': [...STAFF, 'policy_adviser', 'unit'],
  'progress:publish': STAFF,
  'ledger:write': [...STAFF, 'policy_adviser'],
} satisfies Record<string, readonly Role[]>;
