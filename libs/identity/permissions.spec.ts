import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import type { Permission } from '#libs/contracts/define.js';
import { agentsGrants } from './grants/agents.js';
import { approvalsGrants } from './grants/approvals.js';
import { gatewayGrants } from './grants/gateway.js';
import { notifyGrants } from './grants/notify.js';
import { projectsGrants } from './grants/projects.js';
import { GRANTS } from './permissions.js';
import { PLATFORM, ROLES, authorize, may } from './principal.js';
import type { Principal, Role } from './principal.js';

/** The gateway's own pages that are no contracts, and what one field of a contract asks for. */
const PAGES = ['file:upload', 'view:share'];
const OPEN = ['public', 'signed-in', 'internal'];

const as = (...roles: Role[]): Principal => ({ ...PLATFORM, accountId: 'a', kind: 'agent', roles });

describe('permissions', () => {
  it.each(ALL_OPERATIONS.map(({ name, permission }): [string, Permission] => [name, permission]))(
    '%s needs one that somebody has (%s)',
    (_, permission) => {
      expect(OPEN.includes(permission) || (GRANTS[permission] ?? []).length > 0).toBe(true);
    },
  );

  it.each(Object.keys(GRANTS))('%s is asked for by a contract or a page', (permission) => {
    expect([...PAGES, ...ALL_OPERATIONS.map((contract): string => contract.permission)]).toContain(permission);
  });

  it('are granted in one file only, to roles that exist, each once', () => {
    const names = [gatewayGrants, projectsGrants, agentsGrants, approvalsGrants, notifyGrants].flatMap((grants) =>
      Object.keys(grants),
    );
    expect(names).toEqual([...new Set(names)]);
    for (const [permission, roles] of Object.entries(GRANTS)) {
      expect([permission, [...roles].filter((role) => !ROLES.includes(role))]).toEqual([permission, []]);
      expect([permission, new Set(roles).size]).toEqual([permission, roles.length]);
    }
  });

  it('let the inspector read and never act, but for the beginning of an inspection (R16)', () => {
    const acts = ALL_OPERATIONS.filter(
      ({ kind, permission, service }) =>
        kind === 'command' && service !== 'gateway' && may(as('inspector'), permission),
    );
    expect(new Set(acts.map(({ permission }) => permission))).toEqual(new Set(['inspection:begin']));
    expect(may(as('inspector'), 'file:upload')).toBe(false);
  });

  it('open what is public to all, what asks for a sign-in to all but the platform, and what is internal to the platform alone', () => {
    expect([may(PLATFORM, 'public'), may(as(), 'public')]).toEqual([true, true]);
    expect([may(PLATFORM, 'signed-in'), may(as(), 'signed-in')]).toEqual([false, true]);
    expect([may(PLATFORM, 'internal'), may(as(...ROLES), 'internal')]).toEqual([true, false]);
  });

  it('that nobody granted are nobody’s', () => {
    expect(may(as(...ROLES), 'never:granted')).toBe(false);
    expect(may(as(...ROLES), 'toString:x')).toBe(false);
  });

  it('are refused by name', () => {
    expect(() => authorize(as('helper'), 'account:create')).toThrow(
      expect.objectContaining({ code: 'forbidden', params: { permission: 'account:create' } }),
    );
    expect(() => authorize(as('administrator'), 'account:create')).not.toThrow();
  });
});
