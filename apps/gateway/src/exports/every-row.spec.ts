import fc from 'fast-check';
import { fail } from '#libs/contracts/errors.js';
import { everyRow } from './every-row.js';
import type { PageAsked } from './every-row.js';

const row = (number: number) => ({ id: `r${number}` });
const pageOf = (rows: { id: string }[], { page, pageSize }: PageAsked) => ({
  items: rows.slice((page - 1) * pageSize, page * pageSize),
  total: rows.length,
});

async function read(ask: Parameters<typeof everyRow<{ id: string }>>[0]): Promise<string[]> {
  const ids: string[] = [];
  for await (const rows of everyRow(ask)) ids.push(...rows.map(({ id }) => id));
  return ids;
}

describe('every row of a list', () => {
  it.each([0, 1, 199, 200, 201, 1_000])('is read once, of %s', async (count) => {
    const rows = Array.from({ length: count }, (_, number) => row(number));
    expect(await read((page) => Promise.resolve(pageOf(rows, page)))).toEqual(rows.map(({ id }) => id));
  });

  it('is read in smaller pages when one is too large for a reply', async () => {
    const rows = Array.from({ length: 430 }, (_, number) => row(number));
    const ask = (page: PageAsked) =>
      page.pageSize > 50 && page.page * page.pageSize > 200
        ? Promise.reject(fail('payload_too_large', { limit: '512 kB' }))
        : Promise.resolve(pageOf(rows, page));
    expect(await read(ask)).toEqual(rows.map(({ id }) => id));
  });

  it('that was there all the while is there, and none twice, though others come and go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(900)), { maxLength: 4 }), async (changes) => {
        const stay = Array.from({ length: 700 }, (_, number) => row(number));
        let rows = stay.flatMap((one, number) => (number % 3 === 0 ? [one, row(10_000 + number)] : [one]));
        const left = [...changes];
        const ids = await read((page) => {
          const found = pageOf(rows, page);
          const [leaves, at] = left.shift() ?? [null, 0];
          if (leaves === true) rows = rows.filter((one, index) => index < at || stay.includes(one) || index > at + 60);
          if (leaves === false) rows = rows.toSpliced(at, 0, row(20_000 + left.length));
          return Promise.resolve(found);
        });
        expect(new Set(ids).size).toBe(ids.length);
        const shrinksOnly = changes.every(([leaves]) => leaves);
        if (shrinksOnly) expect(stay.filter(({ id }) => !ids.includes(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is asked for again while its owner is away, and refused when that lasts', async () => {
    let asked = 0;
    const away = (times: number) => (page: PageAsked) => {
      asked += 1;
      return asked <= times ? Promise.reject(fail('service_unavailable')) : Promise.resolve(pageOf([row(1)], page));
    };
    expect(await read(away(2))).toEqual(['r1']);
    asked = 0;
    await expect(read(away(9))).rejects.toMatchObject({ code: 'service_unavailable' });
    await expect(read(() => Promise.reject(fail('case_not_found')))).rejects.toMatchObject({ code: 'case_not_found' });
  });

  it('of a list that never stops shrinking is not given in part', async () => {
    const ask = ({ page }: PageAsked) => Promise.resolve({ items: [row(page)], total: page === 1 ? 1_000 : 900 });
    await expect(read(ask)).rejects.toMatchObject({ code: 'service_unavailable' });
  });
});
