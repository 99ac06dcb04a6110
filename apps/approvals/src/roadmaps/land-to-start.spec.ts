import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readReference } from '#libs/reference/reference.js';
import { parseTable } from '#libs/reference/table.js';
import { landToStart } from './land-to-start.js';

const { items } = readReference('data');
const read = <S extends z.ZodObject>(file: string, schema: S) =>
  parseTable(file, readFileSync(`apps/approvals/test/fixtures/${file}`, 'utf8'), schema);
const day = z.string().transform(Number);
const expected = read(
  'land-to-start.csv',
  z.object({ code: z.string(), act: z.string(), start: day, end: day, offset: day }),
);
const roadmaps = read(
  'roadmaps.csv',
  z.object({
    scenario: z.string(),
    code: z.string(),
    promisedWorkdays: day,
    prereq: z.string(),
    approvalStart: day,
    approvalEnd: day,
    fullStart: day,
    fullEnd: day,
  }),
);
const setOf = (scenario: string) => {
  const codes = new Set(roadmaps.filter((row) => row.scenario === scenario).map((row) => row.code));
  return { items: items.filter(({ code }) => codes.has(code)) };
};

describe('拿地即开工 for the industrial roadmap', () => {
  const plan = landToStart(setOf('IND'));

  it('gives every line of the T0 table in its order', () => {
    expect(plan?.lines.map(({ item, ...line }) => ({ code: item.code, ...line }))).toEqual(expected);
  });

  it('signs the contract on day 26, has all pre-approvals by day 16 and saves 5 working days', () => {
    expect(plan).toMatchObject({ contractDay: 26, preApprovedBy: 16, daysSaved: 5 });
  });
});

describe('拿地即开工 for other sets', () => {
  it('converts no document before its pre-approval is ready, nor before the one above it', () => {
    const lines = landToStart(setOf('WARE'))?.lines ?? [];
    const endOf = (code: string, act: string) => lines.find((line) => line.item.code === code && line.act === act)?.end;
    expect(endOf('C02', 'formal')).toBe(32);
    expect(endOf('C04', 'pre_approval')).toBe(33);
    expect(endOf('C04', 'conversion')).toBe(34);
  });

  it('does not apply to allocated or existing land', () => {
    expect(landToStart(setOf('EDU'))).toBeNull();
    expect(landToStart(setOf('REN'))).toBeNull();
  });

  it('does not apply once the land has been granted', () => {
    expect(landToStart({ ...setOf('IND'), done: new Set(['A09']) })).toBeNull();
  });
});
