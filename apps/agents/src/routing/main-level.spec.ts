import fc from 'fast-check';
import { KEY_ITEM_WEIGHTS, tally, type WeighedItem } from './main-level.js';

const item = (code: string, level: WeighedItem['level'], over: Partial<WeighedItem> = {}): WeighedItem => ({
  code,
  level,
  needed: true,
  entrusted: true,
  counted: true,
  ...over,
});

it('key items weigh three, others one (R122)', () => {
  const items = ['A10', 'B02', 'C04', 'A01'].map((code) => item(code, 'county'));
  expect(tally(items, KEY_ITEM_WEIGHTS).county).toEqual({ items: 4, weight: 10 });
});

it('weights are configurable', () => {
  const items = [item('A01', 'county'), item('P03', 'city')];
  expect(tally(items, {}).main).toBeNull();
  expect(tally(items, { P03: 2 }).main).toBe('city');
});

it.each([{ needed: false }, { entrusted: false }, { counted: false }])('an item with %o is not weighed', (over) => {
  expect(tally([item('B02', 'county', over), item('P03', 'city')], KEY_ITEM_WEIGHTS)).toEqual({
    county: { items: 0, weight: 0 },
    city: { items: 1, weight: 1 },
    main: 'city',
  });
});

it('the province, items without a level and open ones are not weighed', () => {
  const items = (['province', 'none', 'unknown'] as const).map((level) => item('B02', level));
  expect(tally([...items, item('A01', 'county')], KEY_ITEM_WEIGHTS).main).toBe('county');
});

it('nothing counted: no main level', () => {
  expect(tally([], KEY_ITEM_WEIGHTS).main).toBeNull();
});

it('the main level has more than half of the weight, and only then is there one', () => {
  const items = fc.array(
    fc.record({
      code: fc.constantFrom('A10', 'A01', 'P03'),
      level: fc.constantFrom('county' as const, 'city' as const),
    }),
  );
  fc.assert(
    fc.property(items, (drawn) => {
      const { county, city, main } = tally(
        drawn.map(({ code, level }) => item(code, level)),
        KEY_ITEM_WEIGHTS,
      );
      const half = (county.weight + city.weight) / 2;
      expect(main).toBe(county.weight > half ? 'county' : city.weight > half ? 'city' : null);
    }),
  );
});
