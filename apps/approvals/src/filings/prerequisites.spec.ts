import fc from 'fast-check';
import { readReference } from '#libs/reference/reference.js';
import { apply, DRAFT, type Position } from './filing.machine.js';
import {
  decisionBlockers,
  decisionRefusal,
  documentName,
  isPerWorks,
  openStartDuties,
  standingOf,
  type OwnItem,
  type Standing,
} from './prerequisites.js';

const { items } = readReference('data');
const item = (code: string) => {
  const found = items.find((row) => row.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};

/** `A10`, `A10:decided`, `B02@W1:pre_approved`; open and entrusted unless it says otherwise. */
const ownSet = (text: string): OwnItem[] =>
  text.split(' ').map((node) => {
    const [, code = '', works, standing = 'open', own] = /^(\w+?)(?:@(\w+))?(?::(\w+))?(!)?$/.exec(node) ?? [];
    return { code, works: works ?? null, standing: standing as Standing, entrusted: own !== '!' };
  });
const blockers = (code: string, set: string, works: string | null = null) =>
  decisionBlockers(item(code), works, ownSet(set));
const refusal = (code: string, set: string, works: string | null = null) => decisionRefusal(blockers(code, set, works));

const LAND_AND_PROJECT = 'A01:decided A09:decided A11:decided B01:decided';

describe('prerequisites of a decision', () => {
  it('block B02 while A10 is open, though only the unit handles A10 and did not entrust it (R8)', () => {
    const { open } = blockers('B02', `${LAND_AND_PROJECT} A10:open! B02`);
    expect(open).toEqual([[{ code: 'A10', works: null, standing: 'open', entrusted: false }]]);
    expect(refusal('B02', `${LAND_AND_PROJECT} A10:decided! B02`)).toBeNull();
  });

  it('are met by a verified back-fill and not by one that waits for verification (R130, R132)', () => {
    expect(refusal('B02', `${LAND_AND_PROJECT} A10:back_filled`)).toBeNull();
    expect(refusal('B02', `${LAND_AND_PROJECT} A10:to_be_verified`)).toBe('prerequisites_open');
  });

  it('tell a mere pre-approval apart from what is simply open: B02预 is no basis for a formal C04 (R53, F08)', () => {
    const set = `${LAND_AND_PROJECT} A10:decided B02:pre_approved C01:decided C05:open C04`;
    expect(blockers('C04', set)).toEqual({
      open: [ownSet('C05')],
      onlyPreApproved: ['B02'],
      evidenceMissing: [],
    });
    expect(refusal('C04', set)).toBe('only_pre_approved');
    expect(`${documentName(item('B02'))}不能作为核发${documentName(item('C04'))}的依据`).toBe(
      '建设工程规划许可证不能作为核发施工许可证的依据',
    );
  });

  it('refuse a formal B02 on the pre-approval of A10 (R56)', () => {
    expect(refusal('B02', `${LAND_AND_PROJECT} A10:pre_approved`)).toBe('only_pre_approved');
  });

  it('are met by any one member of an OR group that the project has', () => {
    expect(refusal('A10', 'A09:decided A01:decided A10')).toBeNull();
    expect(refusal('A10', 'A08:open X0:decided A01:decided')).toBeNull();
    expect(blockers('A10', 'A08:open A09:open A01:decided').open).toEqual([ownSet('A08 A09')]);
  });

  it('ask nothing in a group of which the project needs no member', () => {
    expect(refusal('C04', 'X0:decided A04:decided B02:decided C01:decided C05:decided')).toBeNull();
    expect(refusal('A01', 'A01')).toBeNull();
  });

  it('still ask for evidence of land and of 立项 when their groups are empty', () => {
    expect(blockers('A10', 'A01:decided A10').evidenceMissing).toEqual(['land']);
    expect(blockers('B02', 'A10:decided B01:decided B02').evidenceMissing).toEqual(['land', 'project']);
    expect(refusal('A10', 'A10')).toBe('evidence_missing');
  });

  it('take any 立项 of the project as its evidence, also one outside the group', () => {
    expect(refusal('P05', 'A04:decided P05')).toBeNull();
    expect(refusal('P05', 'P05')).toBe('evidence_missing');
  });

  it('never touch acceptance', () => {
    const submitted: Position = { ...DRAFT, state: 'submitted' };
    expect(apply(submitted, { name: 'accept', by: 'department' })).toMatchObject({ state: 'accepted' });
    expect(refusal('C04', `${LAND_AND_PROJECT} B02:open C04`)).toBe('prerequisites_open');
  });
});

describe('items per works (R131)', () => {
  it('are B02, C01, C04 and D01 to D09', () => {
    expect(items.map(({ code }) => code).filter(isPerWorks)).toEqual(
      'B02 C01 C04 D01 D02 D03 D04 D05 D06 D07 D08 D09'.split(' '),
    );
  });

  const twoBuildings = `${LAND_AND_PROJECT} A10:decided B02@W1:decided B02@W2 C01@W1:decided C01@W2 C04@W1 C04@W2`;

  it('wait for the prerequisites of their own works only: two buildings, two C04, one A10', () => {
    expect(refusal('C04', twoBuildings, 'W1')).toBeNull();
    expect(blockers('C04', twoBuildings, 'W2').open).toEqual([ownSet('B02@W2'), ownSet('C01@W2')]);
  });

  it('are all waited for by an item of the whole project', () => {
    expect(blockers('M01', twoBuildings).open).toEqual([ownSet('B02@W2')]);
  });

  it('block where the needed item has no record for these works yet', () => {
    expect(blockers('C04', `${twoBuildings} C04@W3`, 'W3').open).toEqual([ownSet('B02@W3'), ownSet('C01@W3')]);
  });

  it('are served by one that covers the whole project', () => {
    expect(refusal('C04', `${LAND_AND_PROJECT} A10:decided B02:decided C01:decided`, 'W1')).toBeNull();
  });
});

describe('the duties before the start of works (R139)', () => {
  it('are named for G01 one by one, a mere pre-approval of C04 among them', () => {
    const set = ownSet('C04:pre_approved P01:decided P03:open P05:to_be_verified A12:back_filled G01');
    expect(openStartDuties(item('G01'), set).map(({ code }) => code)).toEqual(['C04', 'P03', 'P05']);
  });

  it('are no prerequisites of the construction permit', () => {
    const set = `${LAND_AND_PROJECT} A10:decided B02:decided C01:decided P03:open P05:open C04`;
    expect(refusal('C04', set)).toBeNull();
  });
});

describe('the standing of an item', () => {
  it('follows its approval', () => {
    const decided = { state: 'decided', claim: null } as const;
    expect(standingOf({ ...decided, result: 'granted' }, false)).toBe('decided');
    expect(standingOf({ ...decided, result: 'granted_with_deferral' }, false)).toBe('decided');
    expect(standingOf({ ...decided, result: 'refused' }, false)).toBe('open');
    expect(standingOf({ state: 'revoked', result: 'granted', claim: null }, false)).toBe('open');
    expect(standingOf({ ...DRAFT, claim: 'granted' }, false)).toBe('to_be_verified');
    expect(standingOf(DRAFT, true)).toBe('pre_approved');
    expect(standingOf(DRAFT, false)).toBe('open');
  });
});

describe('any own set', () => {
  const STANDINGS: readonly Standing[] = ['decided', 'back_filled', 'to_be_verified', 'pre_approved', 'open'];
  const anySet = fc
    .uniqueArray(fc.constantFrom(...items), { selector: ({ code }) => code })
    .chain((rows) =>
      fc.tuple(...rows.map(({ code }) => fc.constantFrom(...STANDINGS).map((standing) => `${code}:${standing}`))),
    )
    .filter((nodes) => nodes.length > 0)
    .map((nodes) => nodes.join(' '));

  it('never blocks more once one more of its items is decided', () => {
    fc.assert(
      fc.property(anySet, fc.constantFrom(...items), (set, { code }) => {
        const before = blockers(code, set);
        const after = blockers(code, set.replace(/:(?!decided)\w+/, ':decided'));
        const count = ({ open, onlyPreApproved }: typeof before) => open.flat().length + onlyPreApproved.length;
        expect(count(after)).toBeLessThanOrEqual(count(before));
      }),
    );
  });

  it('leaves nothing open when all of it is decided', () => {
    fc.assert(
      fc.property(anySet, fc.constantFrom(...items), (set, { code }) => {
        const { open, onlyPreApproved } = blockers(code, set.replaceAll(/:\w+/g, ':decided'));
        expect([...open, ...onlyPreApproved]).toEqual([]);
      }),
    );
  });
});
