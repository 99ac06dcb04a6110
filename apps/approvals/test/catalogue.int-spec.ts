import { getItem, listCompetence, listItems } from '#libs/contracts/approvals/catalogue.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { importCatalogue } from '../src/catalogue/import.js';
import { serviceData } from '../src/data-source.js';
import { agentOf } from './sample-case.js';

const helper = agentOf('0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f', 'helper');

describe('the item catalogue', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const counts = async () => {
    const tables = ['item_version', 'material', 'competence', 'department', 'calendar_day'];
    const rows = await Promise.all(
      tables.map((table) => app.source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`)),
    );
    return rows.map(([row]) => row?.n);
  };

  it('shows competence rows only to those who work with them', async () => {
    await expect(app.run(listCompetence, {}, PLATFORM)).rejects.toMatchObject({ code: 'forbidden' });
    const { items } = await app.run(listCompetence, { itemCode: 'P01' }, helper);
    expect(items[0]?.handlingBodyName).toMatch(/局|委/);
    expect(items.map(({ itemCode, itemName }) => [itemCode, itemName])).toContainEqual([
      'P01',
      '固定资产投资项目节能审查',
    ]);
  });

  it('answers an unknown code with 404', async () => {
    await expect(app.run(getItem, { code: 'A99' }, PLATFORM)).rejects.toMatchObject({ code: 'item_not_found' });
  });

  it('has the 87 nodes, filtered by stage, level and words', async () => {
    expect((await app.run(listItems, {}, PLATFORM)).items).toHaveLength(87);
    const { items } = await app.run(listItems, { stage: '施工许可', level: 'county', q: '施工许可证' }, PLATFORM);
    expect(items).toMatchObject([{ code: 'C04', edition: 1, validFrom: '2021-01-01', preApproval: true }]);
  });

  it('says in words what an item needs before its decision, and its materials in order', async () => {
    const item = await app.run(getItem, { code: 'B02' }, PLATFORM);
    expect(item.prerequisites).toContain('“建设工程设计方案联合审查”已办结');
    expect(item.prerequisites.find((group) => group.includes('中的任意一项'))).toContain(
      '“国有建设用地使用权首次登记”',
    );
    expect(item.materials.map(({ code }) => code)).toEqual(item.materials.map((_, index) => `B02-M0${index + 1}`));
  });

  it('imports the same data again without a trace, and a changed row as its next edition', async () => {
    const before = await counts();
    await app.source.transaction((em) => importCatalogue(em, { assumedCalendar: true }));
    expect(await counts()).toEqual(before);

    await app.source.query(
      `UPDATE item_version SET row = jsonb_set(row, '{promisedWorkdays}', '99') WHERE code = 'B02'`,
    );
    await app.source.transaction((em) => importCatalogue(em, { assumedCalendar: true }));
    const editions = await app.source.query(
      `SELECT ordinal, row ->> 'promisedWorkdays' AS days FROM item_version WHERE code = 'B02' ORDER BY ordinal`,
    );
    expect(editions).toEqual([
      { ordinal: 1, days: '99' },
      { ordinal: 2, days: '3' },
    ]);
  });
});
