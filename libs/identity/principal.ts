import { z } from 'zod';
import { fail } from '#libs/contracts/errors.js';
import type { Actor, Permission } from '#libs/contracts/define.js';
import { GRANTS } from './permissions.js';

/** The five classes of agents (R15) and the other parties of the platform. */
export const ROLES = [
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
export type Role = (typeof ROLES)[number];

/** Who acts: resolved by the gateway for every request, carried in a header, checked again by the owner. */
export const Principal = z.object({
  accountId: z.string(),
  kind: z.enum(['agent', 'unit', 'department', 'system', 'administrator', 'platform']),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  agentId: z.string().nullable(),
  institutionId: z.string().nullable(),
  institutionLevel: z.enum(['city', 'county', 'town']).nullable(),
  unitId: z.string().nullable(),
  departmentCode: z.string().nullable(),
  regionId: z.string().nullable(),
});
export type Principal = z.infer<typeof Principal>;

/** The platform itself: clocks that ring and facts that are followed. */
export const PLATFORM: Principal = {
  accountId: 'platform',
  kind: 'platform',
  name: '系统',
  roles: [],
  agentId: null,
  institutionId: null,
  institutionLevel: null,
  unitId: null,
  departmentCode: null,
  regionId: null,
};

export const may = (principal: Principal, permission: Permission): boolean => {
  if (permission === 'public') return true;
  if (permission === 'internal') return principal.kind === 'platform';
  if (permission === 'signed-in') return principal.kind !== 'platform';
  const granted: readonly Role[] = GRANTS[permission] ?? [];
  return principal.roles.some((role) => granted.includes(role));
};

/** 403 with the permission's name, unless the principal's roles grant it. */
export function authorize(principal: Principal, permission: Permission): void {
  if (!may(principal, permission)) throw fail('forbidden', { permission });
}

export const actorOf = ({ accountId, kind, name }: Principal): Actor => ({ accountId, kind, name });
