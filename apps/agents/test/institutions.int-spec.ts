import {
  editInstitution,
  endInstitution,
  establishInstitution,
  getInstitution,
  listInstitutions,
} from '#libs/contracts/agents.js';
import type { Institution } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { sentence } from '#libs/contracts/errors.js';
import { institutionEvents } from '#libs/contracts/facts.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aRoster, administrator } from './factories.js';

type Roster = Awaited<ReturnType<typeof aRoster>>;

describe('institutions', () => {
  let app: Operations;
  let roster: Roster;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  const anEstablishment = (over: Partial<RawInput<typeof establishInstitution>>) => ({
    name: '青州帮代办中心',
    level: 'county' as const,
    regionId: '370781',
    parentId: roster.city.id,
    servicePoint: '青州政务服务中心',
    hotline: '0536-5100000',
    ...over,
  });

  it('are set up by the administrator or the manager above, nobody else', async () => {
    const { manager, helper } = roster;
    await expect(app.run(establishInstitution, anEstablishment({}), helper)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(app.run(establishInstitution, anEstablishment({}), manager)).rejects.toMatchObject({
      code: 'not_your_institution',
    });
    const asCity = anEstablishment({ level: 'city', regionId: '370700', parentId: null });
    await expect(app.run(establishInstitution, asCity, roster.cityManager)).rejects.toMatchObject({
      code: 'not_your_institution',
    });
  });

  it('belong to a region of their level and to the institution of the region above', async () => {
    const run = (over: Partial<RawInput<typeof establishInstitution>>) =>
      app.run(establishInstitution, anEstablishment(over), administrator);
    await expect(run({ level: 'town' })).rejects.toMatchObject({
      code: 'region_not_of_level',
      params: { level: '镇级' },
    });
    await expect(run({ parentId: roster.county.id })).rejects.toMatchObject({
      code: 'parent_institution_wrong',
      params: { region: '潍坊市' },
    });
    await expect(run({ parentId: null })).rejects.toMatchObject({ code: 'parent_institution_wrong' });
    await expect(run({ regionId: 'ZONE-GX', parentId: roster.city.id })).resolves.toMatchObject({
      regionName: '潍坊高新技术产业开发区',
    });
  });

  it('are one an administrative unit, also when two are set up at the same moment (R14)', async () => {
    const { cityManager } = roster;
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => app.run(establishInstitution, anEstablishment({ regionId: '370702' }), cityManager)),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(refused).toHaveLength(2);
    for (const refusal of refused) expect(refusal).toMatchObject({ code: 'institution_exists' });
    expect(sentence('institution_exists', { region: '潍城区' }, 'zh')).toBe(
      '潍城区已设有帮代办机构,每个行政单位只设一个;如需调整,请先撤销原机构。',
    );
  });

  it('are told to everyone, set up, changed and ended', async () => {
    const made = await app.run(establishInstitution, anEstablishment({}), administrator);
    const { id } = made;
    const changed = await app.run(editInstitution, { id, hotline: '0536-5100009' }, administrator, {
      expectedVersion: 1,
    });
    expect(changed).toMatchObject({ hotline: '0536-5100009', version: 2, to: null });
    await expect(
      app.run(editInstitution, { id, hotline: '0536-5100008' }, administrator, { expectedVersion: 1 }),
    ).rejects.toMatchObject({ code: 'stale_version' });
    const ended = await app.run(endInstitution, { id }, administrator, { expectedVersion: 2 });
    expect(ended.to).toBe('2026-11-23');
    const facts = (await app.published(institutionEvents)).filter(({ subject }) => subject === id);
    expect(facts.map(({ data }) => data.active)).toEqual([true, true, false]);
    const again = await app.run(establishInstitution, anEstablishment({}), administrator);
    expect(again.id).not.toBe(id);
  });

  it('are not ended while someone works there', async () => {
    const { county, manager } = roster;
    await expect(app.run(endInstitution, { id: county.id }, manager)).rejects.toMatchObject({
      code: 'institution_in_use',
      params: { agents: 5, children: 0, cases: 0 },
    });
  });

  it('and their hotlines are public (R85)', async () => {
    const { items } = await app.run(listInstitutions, { regionId: '370783' }, PLATFORM);
    expect(items).toEqual([{ ...roster.county, actions: [] }]);
    const shown = async (reader: Principal, { id }: Institution) =>
      (await app.run(getInstitution, { id }, reader)).actions.length > 0;
    expect([await shown(roster.manager, roster.county), await shown(roster.cityManager, roster.county)]).toEqual([
      true,
      true,
    ]);
    expect([await shown(roster.manager, roster.city), await shown(roster.helper, roster.county)]).toEqual([
      false,
      false,
    ]);
    expect(await app.run(getInstitution, { id: roster.county.id }, PLATFORM)).toMatchObject({
      hotline: '0536-5100000',
    });
  });
});
