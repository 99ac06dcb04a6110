import { getProjectList, listProjectLists, publishList } from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aCityAgent, administrator, anAgent, listFields } from './factories.js';

const entries = [{ projectName: '示例项目', uscc: '91370702MAX000373X', grade: 'county' as const }];
const shouguang = listFields({ entries });

describe('the lists of major projects', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  it('are published by administrators and managers, a county manager only for the own county', async () => {
    await expect(app.run(publishList, shouguang, anAgent('guide'))).rejects.toMatchObject({ code: 'forbidden' });
    const other = anAgent('manager', { regionId: '370781' });
    await expect(app.run(publishList, shouguang, other)).rejects.toMatchObject({ code: 'list_region_not_yours' });
    await expect(
      app.run(publishList, listFields({ level: 'city', regionId: undefined, entries }), anAgent('manager')),
    ).rejects.toMatchObject({ code: 'list_region_not_yours' });
    expect(await app.run(publishList, shouguang, anAgent('manager'))).toMatchObject({ listVersion: 1, inForce: true });
  });

  it('never rest on 潍发〔2021〕8号 after 2021 (R3)', async () => {
    for (const basisDocument of ['潍发〔2021〕8号', '潍发[2021]8号']) {
      const list = listFields({ level: 'city', regionId: undefined, basisDocument, entries });
      await expect(app.run(publishList, list, administrator)).rejects.toMatchObject({ code: 'list_basis_2021_only' });
      expect(await app.run(publishList, { ...list, year: 2021 }, administrator)).toMatchObject({ year: 2021 });
    }
  });

  it('take a zone as a county (R5), and nothing that is neither', async () => {
    const zone = { ...shouguang, regionId: 'ZONE-GX' };
    expect(await app.run(publishList, zone, aCityAgent('manager'))).toMatchObject({ regionId: 'ZONE-GX' });
    for (const regionId of [undefined, '370700', '370999']) {
      await expect(app.run(publishList, { ...shouguang, regionId }, administrator)).rejects.toMatchObject({
        code: 'list_region_wrong',
      });
    }
  });

  it('hold county projects only when they are a county list, and none twice', async () => {
    const higher = [{ ...entries[0], projectName: '省级项目', uscc: '91370702MAX000373X', grade: 'province' as const }];
    await expect(app.run(publishList, { ...shouguang, entries: higher }, administrator)).rejects.toMatchObject({
      code: 'list_grade_too_high',
    });
    const twice = [...entries, ...entries.map((entry) => ({ ...entry, projectName: ' 示例 项目' }))];
    await expect(app.run(publishList, { ...shouguang, entries: twice }, administrator)).rejects.toMatchObject({
      code: 'list_entry_twice',
    });
  });

  it('stay in force until the next year’s is issued, marked 待更新; old issues stay readable (R2)', async () => {
    const first = await app.run(publishList, { ...shouguang, regionId: '370781' }, administrator);
    const second = await app.run(publishList, { ...shouguang, regionId: '370781' }, administrator);
    const inForce = async (now: string) =>
      (await app.run(listProjectLists, { regionId: '370781', inForce: 'true' }, anAgent('helper'), { now })).items;
    expect(await inForce('2026-12-31T09:00:00+08:00')).toMatchObject([{ id: second.id, awaitingUpdate: false }]);
    expect(await inForce('2027-01-04T09:00:00+08:00')).toMatchObject([{ id: second.id, awaitingUpdate: true }]);
    const next = await app.run(publishList, { ...shouguang, regionId: '370781', year: 2027 }, administrator);
    expect(await inForce('2026-12-31T09:00:00+08:00')).toMatchObject([{ id: second.id }]);
    expect(await inForce('2027-01-04T09:00:00+08:00')).toMatchObject([{ id: next.id, awaitingUpdate: false }]);
    expect(await app.run(getProjectList, { listId: first.id }, anAgent('helper'))).toMatchObject({
      listVersion: 1,
      inForce: false,
      regionName: '青州市',
      entries: [{ projectName: '示例项目', uscc: '91370702MAX000373X', grade: 'county' }],
    });
  });
});
