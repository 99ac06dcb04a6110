import fc from 'fast-check';
import { isOpen } from './actions.js';
import type { RoutingInput } from './case.js';
import { route } from './route.js';
import { anInput, directory, GX, items, KW, QZ, REGIONS, SG, TGX, TSG, WF } from './routing.fixture.js';

const CODES = ['A01', 'A10', 'B02', 'C04', 'P03', 'P10', 'M01', 'Z12', 'A12', 'D01'];
const group = (code: string) =>
  fc
    .record({
      mark: fc.constantFrom('', '', '', '-', '~'),
      level: fc.constantFrom('county', 'county', 'county', 'city', 'city', 'province', 'none', 'unknown'),
    })
    .map(({ mark, level }) => `${mark}${level}:${code}`);
const places = fc.constantFrom('寿光', '寿光', '青州', '奎文', '高新区', '寿光+青州', '寿光+青州+诸城');

const plans = fc.tuple(fc.subarray(CODES), places, fc.boolean()).chain(([codes, place, settled]) =>
  fc
    .tuple(...codes.map(group))
    .map((groups) => groups.map((text) => (settled ? text.replace('unknown', 'county') : text)))
    .map((groups) => items(groups.join(' '), place)),
);

/** Any plan, any first institution, a roster with holes or without. */
const inputs: fc.Arbitrary<RoutingInput> = fc
  .record({
    first: fc.constantFrom(WF, SG, QZ, KW, GX, TSG, TGX),
    items: plans,
    leadRegionId: fc.constantFrom(null, ...Object.values(REGIONS)),
    override: fc.option(
      fc.record({ mainLevel: fc.constantFrom('county' as const, 'city' as const), reason: fc.constant('理由') }),
      { freq: 4 },
    ),
    liaisons: fc.constantFrom('all', 'all', 'all', 'none'),
    contacts: fc.boolean(),
  })
  .map(({ liaisons, contacts, ...rest }) =>
    anInput({
      ...rest,
      directory: {
        ...directory,
        chiefLiaisons: liaisons === 'all' ? directory.chiefLiaisons : [],
        chiefContacts: contacts ? directory.chiefContacts : [],
      },
    }),
  );

const property = (name: string, holds: (input: RoutingInput, routing: ReturnType<typeof route>) => void) =>
  it(name, () => {
    fc.assert(
      fc.property(inputs, (input) => {
        holds(input, route(input));
      }),
      { numRuns: 1500 },
    );
  });

const entrusted = ({ items: plan }: RoutingInput) => plan.filter((item) => item.needed && item.entrusted);

property(
  'once settled, every entrusted item is in exactly one action, and no other item is in any',
  (input, routing) => {
    if (routing.handlingInstitutionId === null) return;
    expect(routing.actions.flatMap(({ itemCodes }) => itemCodes).sort()).toEqual(
      entrusted(input)
        .map(({ code }) => code)
        .sort(),
    );
  },
);

property('every needed item has a relation, once', (input, routing) => {
  expect(routing.relations.map(({ code }) => code)).toEqual(
    input.items
      .filter(({ needed }) => needed)
      .map(({ code }) => code)
      .sort(),
  );
});

property('the first institution never changes, and asking goes before moving', (input, routing) => {
  expect(routing.firstInstitutionId).toBe(input.first.id);
  const open = routing.actions.filter(isOpen);
  expect(open.length === 0 || open.length === routing.actions.length).toBe(true);
  expect(routing.handlingInstitutionId === null).toBe(open.length > 0);
});

property(
  'there is at most one transfer, and one exactly when another institution handles the case',
  (input, routing) => {
    const transfers = routing.actions.filter(({ kind }) => kind === 'transfer_up' || kind === 'transfer_down');
    const moved = routing.handlingInstitutionId !== null && routing.handlingInstitutionId !== input.first.id;
    expect(transfers).toHaveLength(moved ? 1 : 0);
  },
);

property('a transfer has a liaison, goes the right way and never to the province', (input, routing) => {
  for (const action of routing.actions) {
    if (action.kind !== 'transfer_up' && action.kind !== 'transfer_down') continue;
    expect(action.liaisonIds.length).toBeGreaterThan(0);
    expect(action.kind).toBe(input.first.level === 'city' ? 'transfer_down' : 'transfer_up');
    const level = new Map(input.items.map((item) => [item.code, item.level]));
    expect(action.itemCodes.map((code) => level.get(code))).not.toContain('province');
  }
});

property('only open levels are asked while one is open', (input, routing) => {
  const open = entrusted(input).filter(({ level }) => level === 'unknown');
  if (open.length === 0) return;
  expect(routing.actions.map((action) => action.kind === 'ask' && action.about)).toEqual(open.map(() => 'item_level'));
});

property('a single level that is the first institution’s own is never transferred (R32)', (input, routing) => {
  const levels = new Set(entrusted(input).map(({ level }) => level));
  levels.delete('none');
  levels.delete('province');
  if (input.override || levels.size !== 1 || !levels.has(input.first.level as 'city')) return;
  expect(routing.actions.map(({ kind }) => kind)).not.toContain('transfer_up');
  expect(routing.actions.map(({ kind }) => kind)).not.toContain('transfer_down');
});

property('the order of the plan does not matter, nor how often it is asked', (input, routing) => {
  expect(route({ ...input, items: [...input.items].reverse() })).toEqual(routing);
  expect(route(input)).toEqual(routing);
});

property('a red light is shown exactly where the chief contact is missing', (_, routing) => {
  for (const action of routing.actions) {
    if (action.kind === 'contact_directly') expect(action.redLight).toBe(action.chiefContactId === null);
  }
});

property('every action says why', (_, routing) => {
  expect(routing.actions.every(({ reason }) => reason.endsWith('。'))).toBe(true);
});
