import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import { readReference } from '#libs/reference/reference.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { parseTable } from '#libs/reference/table.js';
import { buildGraph, EvidenceMissing, type OwnSet, PrerequisiteCycle } from './graph.js';
import { criticalPath, place, type Planned, schedule } from './schedule.js';

const { items } = readReference('data');
const byCode = new Map(items.map((item) => [item.code, item]));
const item = (code: string): ItemRow => {
  const found = byCode.get(code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};
const setOf = (...codes: string[]): OwnSet => ({ items: codes.map(item) });

const day = z.string().transform(Number);
const ExpectedRow = z.object({
  scenario: z.string(),
  code: z.string(),
  promisedWorkdays: day,
  prereq: z.string(),
  approvalStart: day,
  approvalEnd: day,
  fullStart: day,
  fullEnd: day,
});
const expected = parseTable(
  'roadmaps.csv',
  readFileSync('apps/approvals/test/fixtures/roadmaps.csv', 'utf8'),
  ExpectedRow,
  ['scenario', 'code'],
);
const rowsOf = (scenario: string) => expected.filter((row) => row.scenario === scenario);
const roadmap = (scenario: string): OwnSet => setOf(...rowsOf(scenario).map((row) => row.code));
const node = (nodes: readonly Planned[], code: string) => nodes.find((each) => each.item.code === code);

const HEADLINES = [
  { scenario: 'IND', approval: 29, permit: 16, fullPermit: 65, full: 85, count: 40 },
  { scenario: 'WARE', approval: 34, permit: 21, fullPermit: 65, full: 85, count: 39 },
  { scenario: 'COM', approval: 34, permit: 21, fullPermit: 65, full: 85, count: 44 },
  { scenario: 'RES', approval: 29, permit: 16, fullPermit: 65, full: 85, count: 38 },
  { scenario: 'LIN', approval: 51, permit: 39, fullPermit: 90, full: 109, count: 38 },
  { scenario: 'MED', approval: 44, permit: 31, fullPermit: 90, full: 110, count: 51 },
  { scenario: 'EDU', approval: 44, permit: 31, fullPermit: 90, full: 110, count: 42 },
  { scenario: 'REN', approval: 33, permit: 21, fullPermit: 85, full: 104, count: 31 },
  { scenario: 'SP025', approval: 33, permit: 16, fullPermit: 65, full: 85, count: 37 },
];

describe.each(HEADLINES)('the roadmap $scenario', ({ scenario, approval, permit, fullPermit, full, count }) => {
  const rows = rowsOf(scenario);
  const approvals = schedule(roadmap(scenario), 'approval');
  const fulls = schedule(roadmap(scenario), 'full');

  it(`has ${count} nodes in the order of its table`, () => {
    expect(approvals.nodes.map((each) => each.item.code)).toEqual(rows.map((row) => row.code));
    expect(rows).toHaveLength(count);
  });

  it.each(rows)('plans $code at $approvalStart–$approvalEnd and $fullStart–$fullEnd', (row) => {
    expect(item(row.code).promisedWorkdays).toBe(row.promisedWorkdays);
    expect(
      node(approvals.nodes, row.code)
        ?.prereq.map((group) => group.join('|'))
        .join(';'),
    ).toBe(row.prereq);
    expect(node(approvals.nodes, row.code)).toMatchObject({ start: row.approvalStart, end: row.approvalEnd });
    expect(node(fulls.nodes, row.code)).toMatchObject({ start: row.fullStart, end: row.fullEnd });
  });

  it(`takes ${approval} working days of approval, ${permit} to the construction permit, ${full} with everything`, () => {
    expect(approvals.total).toBe(approval);
    expect(node(approvals.nodes, 'C04')?.end).toBe(permit);
    expect(node(fulls.nodes, 'C04')?.end).toBe(fullPermit);
    expect(fulls.total).toBe(full);
  });
});

describe('critical paths', () => {
  const sp025 = schedule(roadmap('SP025'), 'approval');

  it('name the nodes that decide the permit, the start and the whole', () => {
    expect(criticalPath(sp025, 'C04')).toEqual(['A05', 'B01', 'C01', 'C04']);
    expect(criticalPath(sp025, 'G01')).toEqual(['A12', 'G01']);
    expect(sp025.longest).toEqual(['A12', 'G01', 'G02', 'D01', 'D08', 'D06', 'D09']);
  });

  it('run through the partner of a document issued on the same day', () => {
    const linear = schedule(roadmap('LIN'), 'approval');
    expect(criticalPath(linear, 'B02')).toEqual(['A03', 'A07', 'A06', 'A08', 'A10', 'B02']);
  });

  it('have no slack, and A10 may wait as long as the permit is there on day 20', () => {
    sp025.longest.forEach((code) => expect(node(sp025.nodes, code)?.slack).toBe(0));
    expect(node(sp025.nodes, 'A10')).toMatchObject({ end: 7, slack: 9 });
  });

  it('are refused for a node that is not in the roadmap', () => {
    expect(() => criticalPath(sp025, 'P08')).toThrow('P08 is not in the roadmap');
  });
});

describe('the own set', () => {
  it('is refused without a land document, naming what waits for it and what would do', () => {
    expect(() => schedule(setOf('A01', 'A10', 'B02'), 'approval')).toThrow(EvidenceMissing);
    expect(() => schedule(setOf('A01', 'A10'), 'approval')).toThrow('A10: no land (A08|A09|X0)');
  });

  it('is refused without any of A01 to A04', () => {
    expect(() => schedule(setOf('X0', 'B02'), 'approval')).toThrow('the set: no project (A01|A02|A03|A04)');
  });

  it('leaves out the parts of D06', () => {
    expect(schedule(setOf('A01', 'D03', 'D04', 'D05'), 'full').nodes.map((each) => each.item.code)).toEqual(['A01']);
  });

  it('keeps a back-filled approval with no days of its own', () => {
    const set = { ...setOf('A01', 'A05', 'A09', 'A10'), done: new Set(['A05', 'A09']) };
    expect(node(schedule(set, 'full').nodes, 'A10')).toMatchObject({ start: 0, end: 2 });
  });

  it('counts the construction period before 完工 and the progress period before 预售', () => {
    const set = { ...roadmap('COM'), constructionWorkdays: 480, presaleWorkdays: 200 };
    const { nodes, total } = schedule(set, 'approval');
    expect(node(nodes, 'G02')).toMatchObject({ start: 21, end: 501 });
    expect(node(nodes, 'P15')).toMatchObject({ start: 221, end: 223 });
    expect(total).toBe(514);
  });

  it('is refused when its items wait for each other, and the path is named', () => {
    const looped = [item('A01'), { ...item('A05'), prereq: [['P05']] }, { ...item('P05'), prereq: [['A05']] }];
    expect(() => schedule({ items: looped }, 'full')).toThrow('prerequisite cycle A05 → P05 → A05');
  });
});

/** Sets of up to 12 items whose prerequisites point backwards, so there is no cycle; A01 is the 立项 evidence. */
const codes = ['A01', ...Array.from({ length: 11 }, (_, index) => `Q${index + 10}`)];
const backwards = codes.map((code, index) =>
  fc.record({
    code: fc.constant(code),
    promisedWorkdays: fc.nat(30),
    prereq:
      index === 0
        ? fc.constant<string[][]>([])
        : fc.array(fc.uniqueArray(fc.constantFrom(...codes.slice(0, index)), { minLength: 1, maxLength: 3 }), {
            maxLength: 3,
          }),
  }),
);
const sets = fc
  .tuple(...backwards)
  .map((rows) => rows.map((row): ItemRow => ({ ...item('A01'), ...row, approvalDaysCounted: true })));

describe('any schedule', () => {
  const endsOf = (rows: readonly ItemRow[]) =>
    new Map([...place(buildGraph({ items: rows }, 'full'))].map(([code, slot]) => [code, slot.end]));

  it('starts a node exactly when the last of its groups has its first member done', () => {
    fc.assert(
      fc.property(sets, (rows) => {
        const ends = endsOf(rows);
        const endOf = (code: string) => ends.get(code) ?? NaN;
        return schedule({ items: rows }, 'full').nodes.every(
          ({ prereq, start, end, duration }) =>
            end === start + duration && start === Math.max(0, ...prereq.map((group) => Math.min(...group.map(endOf)))),
        );
      }),
    );
  });

  it('never ends sooner when one item takes longer', () => {
    fc.assert(
      fc.property(sets, fc.constantFrom(...codes), fc.nat(10), (rows, slow, more) => {
        const before = endsOf(rows);
        const after = endsOf(
          rows.map((row) => (row.code === slow ? { ...row, promisedWorkdays: row.promisedWorkdays + more } : row)),
        );
        return codes.every((code) => (after.get(code) ?? NaN) >= (before.get(code) ?? NaN));
      }),
    );
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(
        sets.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: 12 }))),
        ([rows, shuffled]) => {
          expect(schedule({ items: shuffled }, 'full')).toEqual(schedule({ items: rows }, 'full'));
        },
      ),
    );
  });

  it('keeps its end when a node slips by its slack, and not by a day more', () => {
    fc.assert(
      fc.property(sets, (rows) => {
        const { nodes, total } = schedule({ items: rows }, 'full');
        const graph = buildGraph({ items: rows }, 'full');
        const totalWith = (code: string, end: number) =>
          Math.max(...[...place(graph, new Map([[code, end]])).values()].map((slot) => slot.end));
        return nodes.every(
          ({ item: { code }, end, slack }) =>
            totalWith(code, end + slack) === total && totalWith(code, end + slack + 1) > total,
        );
      }),
    );
  });

  it('names a real cycle whenever there is one', () => {
    fc.assert(
      fc.property(sets, fc.shuffledSubarray(codes.slice(1), { minLength: 2, maxLength: 4 }), (rows, ring) => {
        const looped = rows.map((row) => {
          const at = ring.indexOf(row.code);
          return at < 0 ? row : { ...row, prereq: [...row.prereq, [ring[(at + 1) % ring.length] ?? '']] };
        });
        const waits = new Map(looped.map((row) => [row.code, row.prereq.flat()]));
        try {
          schedule({ items: looped }, 'full');
          return false;
        } catch (error) {
          if (!(error instanceof PrerequisiteCycle)) throw error;
          const { path } = error;
          return (
            path[0] === path.at(-1) && path.slice(1).every((code, at) => waits.get(path[at] ?? '')?.includes(code))
          );
        }
      }),
    );
  });
});
