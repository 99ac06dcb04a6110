import fc from 'fast-check';
import { nationalCalendar } from '#libs/calendar/published.js';
import { readReference } from '#libs/reference/reference.js';
import type { OwnItem, Standing } from '../filings/prerequisites.js';
import { checklist, deferralDue, isAcceptable, type ChecklistEntry, type ChecklistFor } from './checklist.js';

const { items, materials } = readReference('data');

/** `A10` open, `A10:decided`; the rest of the sets of these tests is entrusted and not per works. */
const ownSet = (text: string): OwnItem[] =>
  text.split(' ').map((node) => {
    const [code = '', standing = 'open'] = node.split(':');
    return { code, works: null, standing: standing as Standing, entrusted: true };
  });

/** SP025, the worked example of the roadmaps, before anything is decided. */
const SP025 =
  'A01 A05 A09 A10 A11 A12 B01 B02 B03 B07 C01 C04 C05 C06 D01 D06 D08 D09 D10 D11 G01 G02 G03 M01 M02 M03 M04 M06 P03 P05 Z03 Z04 Z12 Z13a Z13c Z14 Z17';

interface Given {
  set?: string;
  yes?: string[];
  no?: string[];
  supplied?: string[];
  use?: ChecklistFor['use'];
  parts?: string[];
}
const list = (
  item: string,
  { set = SP025, yes = [], no = [], supplied = [], use = 'formal', parts = [] }: Given = {},
) =>
  checklist(
    { item, parts, works: null, use },
    {
      materials,
      ownSet: ownSet(set),
      situations: new Map([...yes.map((each) => [each, true] as const), ...no.map((each) => [each, false] as const)]),
      supplied: new Set(supplied),
    },
  );
const entry = (code: string, given: Given = {}): ChecklistEntry => {
  const found = list(code.replace(/-.*/, ''), given).find((each) => each.code === code);
  if (!found) throw new Error(`no material ${code}`);
  return found;
};
const origin = (code: string, given: Given = {}) => entry(code, given).origin;

describe('where a material comes from', () => {
  it('is the item whose output it is, awaited until that item is decided and never asked for', () => {
    expect(origin('B02-M04')).toEqual({ kind: 'from_item', items: ['B01'], available: false });
    const decided = SP025.replace('B01', 'B01:decided');
    expect(origin('B02-M04', { set: decided })).toEqual({ kind: 'from_item', items: ['B01'], available: true });
  });

  it('is whichever alternative is there first, also one obtained before the case', () => {
    expect(origin('C04-M02')).toEqual({ kind: 'from_item', items: ['A11', 'A09'], available: false });
    expect(origin('C04-M02', { set: SP025.replace('A09', 'A09:back_filled') })).toEqual({
      kind: 'from_item',
      items: ['A09'],
      available: true,
    });
  });

  it('is each of several items where all must confirm (D08-M05), those the project does not need left out', () => {
    const some = SP025.replace('M01', 'M01:decided').replace('M02', 'M02:decided').replace('M04 ', '');
    expect(origin('D08-M05', { set: some })).toEqual({
      kind: 'from_item',
      items: ['M01', 'M02', 'M03'],
      available: false,
    });
    const all = some.replace('M03', 'M03:decided');
    expect(origin('D08-M05', { set: all })).toMatchObject({ available: true });
    expect(origin('D08-M05', { set: 'D08' })).toEqual({ kind: 'not_applicable' });
  });

  it('is a document the unit already has where the project does not need its item', () => {
    expect(origin('C10-M03', { set: 'C10' })).toEqual({ kind: 'ask_unit', sameAs: [], supplied: false });
  });

  it('is shared data, a prefilled form or the unit', () => {
    expect(origin('A01-M02')).toEqual({ kind: 'shared' });
    expect(origin('B02-M01')).toEqual({ kind: 'form', signed: false });
    expect(origin('B02-M01', { supplied: ['B02-M01'] })).toEqual({ kind: 'form', signed: true });
    expect(origin('B02-M07')).toEqual({ kind: 'ask_unit', sameAs: [], supplied: false });
  });

  it('is nowhere when its item is not needed or its situation is excluded', () => {
    expect(origin('C04-M06')).toEqual({ kind: 'not_applicable' });
    expect(origin('B03-M04', { no: ['易地建设'] })).toEqual({ kind: 'not_applicable' });
    expect(entry('C04-M06').gap).toBeNull();
  });

  it('is asked after once the situation is known, and the situation first', () => {
    expect(origin('B03-M04')).toEqual({ kind: 'ask_situation', situation: '易地建设' });
    expect(origin('B03-M04', { yes: ['易地建设'] })).toMatchObject({ kind: 'ask_unit' });
  });

  it('is the pre-approval document of the link before only in the own pre-approval of the item (R56)', () => {
    const set = SP025.replace('B02', 'B02:pre_approved')
      .replace('B03', 'B03:pre_approved')
      .replace('C01', 'C01:pre_approved');
    for (const code of ['C04-M03', 'C04-M07']) {
      expect(origin(code, { set, use: 'pre_approval' })).toMatchObject({ available: true });
      expect(origin(code, { set, use: 'formal' })).toMatchObject({ available: false });
    }
    expect(origin('C04-M04', { set, use: 'pre_approval' })).toMatchObject({ available: false });
  });
});

describe('the checklist of an item', () => {
  it.each(items.map(({ code }) => code))('has every material of %s once', (code) => {
    const rows = materials.filter(({ itemCode }) => itemCode === code);
    expect(list(code).map((each) => each.code)).toEqual(rows.map(({ materialCode }) => materialCode));
  });
});

describe('one paper for the whole project (R40)', () => {
  it('is asked once under one name: the power of attorney of A10 serves B02', () => {
    expect(origin('B02-M08')).toEqual({ kind: 'ask_unit', sameAs: ['A10-M05'], supplied: false });
    expect(origin('B02-M08', { supplied: ['A10-M05'] })).toMatchObject({ supplied: true });
  });

  it('is asked once as the output of one item, whatever each list calls it', () => {
    const set = 'C02 C06 D09';
    expect(origin('C02-M03', { set })).toMatchObject({ sameAs: ['C06-M03', 'D09-M03'] });
    expect(origin('D09-M03', { set, supplied: ['C06-M03'] })).toMatchObject({ supplied: true });
  });

  it('is not asked twice inside D06, which takes in the papers of its sub-items', () => {
    const d06 = list('D06', { parts: ['D03', 'D05'] });
    expect(d06.filter(({ name }) => name === '工程竣工验收报告').map(({ code }) => code)).toEqual(['D06-M02']);
    expect(d06.map(({ code }) => code)).toContain('D05-M02');
    expect(d06.map(({ code }) => code)).not.toContain('D04-M02');
  });

  it('is never asked a second time once it is there, in any project and any situation', () => {
    const anySet = fc.subarray(
      items.map(({ code }) => code),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(anySet, fc.nat(), (codes, pick) => {
        const set = codes.join(' ');
        const asks = (supplied: string[]) =>
          codes.flatMap((code) =>
            list(code, { set, supplied }).filter(({ origin: from }) => from.kind === 'ask_unit' && !from.supplied),
          );
        const before = asks([]);
        const chosen = before[pick % Math.max(before.length, 1)];
        if (chosen?.origin.kind !== 'ask_unit') return;
        const served = [chosen.code, ...chosen.origin.sameAs];
        const after = asks([chosen.code]).map(({ code }) => code);
        expect(after.filter((code) => served.includes(code))).toEqual([]);
        expect(after).toHaveLength(before.length - served.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what a missing material holds up', () => {
  it('is acceptance where it may not be deferred, nothing where it may', () => {
    expect(entry('C09-M02', { set: 'C09' })).toMatchObject({ importance: '核心要件', gap: 'blocks_acceptance' });
    expect(entry('C04-M09')).toMatchObject({ gap: 'deferrable', deferralWorkdays: 5 });
    expect(entry('C04-M08')).toMatchObject({
      importance: '次要材料',
      deferralWorkdays: null,
      gap: 'blocks_acceptance',
    });
  });

  it('is the decision and not acceptance where another item brings it', () => {
    expect(entry('C04-M03')).toMatchObject({ importance: '核心要件', gap: 'blocks_decision' });
  });

  it('is neither where another item brings it and it may be deferred: C01 does not wait for B02', () => {
    expect(entry('C01-M04')).toMatchObject({ gap: 'deferrable', deferralWorkdays: 10 });
  });

  it('is acceptance where it is the unit’s own technical work', () => {
    expect(entry('P05-M02')).toMatchObject({ gap: 'blocks_acceptance' });
    expect(entry('P05-M02', { set: SP025.replace('Z04', 'Z04:decided') }).gap).toBeNull();
  });

  it('is acceptance while a situation that could need a core material is unknown', () => {
    expect(entry('P05-M03').gap).toBe('blocks_acceptance');
    expect(entry('P03-M03').gap).toBe('deferrable');
  });

  it('lets C04 be accepted while B02 is open, once forms, core papers and promises are there (R8)', () => {
    const c04 = list('C04', { supplied: ['C04-M01', 'C04-M08'] });
    expect(isAcceptable(c04)).toBe(true);
    expect(c04.filter(({ gap }) => gap === 'deferrable').map(({ code }) => code)).toEqual([
      'C04-M07',
      'C04-M09',
      'C04-M10',
      'C04-M11',
    ]);
    expect(c04.filter(({ gap }) => gap === 'blocks_decision').map(({ code }) => code)).toEqual([
      'C04-M02',
      'C04-M03',
      'C04-M04',
      'C04-M05',
    ]);
    expect(isAcceptable(list('C04', { supplied: ['C04-M01'] }))).toBe(false);
  });
});

describe('a deferred material (R72)', () => {
  it('is late on day 6 of 5', () => {
    const calendar = nationalCalendar();
    const due = deferralDue('2026-11-23', 5, calendar);
    expect(due).toBe('2026-11-30');
    expect(calendar.addWorkdays('2026-11-23', 6) > due).toBe(true);
  });
});
