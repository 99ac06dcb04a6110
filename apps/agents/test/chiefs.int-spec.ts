import {
  appointChiefContact,
  appointChiefLiaison,
  endAgent,
  endChiefContact,
  endChiefLiaison,
  liaisonCompliance,
  listChiefContacts,
  listChiefLiaisons,
  nameSubstitute,
  replaceChiefContact,
  replaceChiefLiaison,
} from '#libs/contracts/agents.js';
import { sentence } from '#libs/contracts/errors.js';
import { agentEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aRoster, administrator, anAgent, anInstitution, liaisons } from './factories.js';
import { refusals, wording } from './refusals.js';

describe('chief liaisons', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  it('are named by a manager of the region', async () => {
    const agentId = roster.helperAgent.id;
    await expect(app.run(appointChiefLiaison, { agentId }, roster.helper)).rejects.toMatchObject({ code: 'forbidden' });
    const ofCity = { agentId: roster.cityHelper.agentId ?? '' };
    await expect(app.run(appointChiefLiaison, ofCity, roster.manager)).rejects.toMatchObject({
      code: 'not_your_institution',
    });
  });

  it('are never more than five, also when eight are named at the same moment (R25, F03)', async () => {
    const county = await anInstitution(app, '青州', roster.city.id);
    const agents = await Promise.all(Array.from({ length: 8 }, () => anAgent(app, county)));
    const answers = await Promise.allSettled(
      agents.map(({ id }) => app.run(appointChiefLiaison, { agentId: id }, roster.cityManager)),
    );
    const refused = refusals(answers);
    expect(refused).toHaveLength(3);
    for (const { code, params } of refused) {
      expect(sentence(code, params, 'zh')).toBe('青州市首席联络员已有5名,规定为3至5名,不能再增加。');
    }
    const { items } = await app.run(listChiefLiaisons, { regionId: '370781' }, roster.helper);
    expect(items.map(({ seat }) => seat)).toEqual([1, 2, 3, 4, 5]);
    await expect(
      app.source.query(
        `INSERT INTO chief_liaison (id, version, agent_id, institution_id, region_id, seat, valid_from)
         VALUES (gen_random_uuid(), 1, gen_random_uuid(), $1, '370781', 6, '2026-11-23')`,
        [county.id],
      ),
    ).rejects.toThrow('ck_chief_liaison_seat');
  });

  it('are never less than three once they are: a successor comes first (R25, F03)', async () => {
    const [first] = roster.countyLiaisons;
    const id = first?.id ?? '';
    expect(await wording(app.run(endChiefLiaison, { id, reason: '调岗' }, roster.manager))).toBe(
      '停用后将只剩2名,请先确定接替人员。',
    );
  });

  it('are replaced at one instant, the seat kept, and every past day has its answer (R27)', async () => {
    const [, second] = roster.countyLiaisons;
    const id = second?.id ?? '';
    const successor = await anAgent(app, roster.county);
    const replace = { id, agentId: successor.id, reason: '轮岗' };
    const stranger = { ...replace, agentId: roster.cityHelper.agentId ?? '' };
    await expect(app.run(replaceChiefLiaison, stranger, roster.manager)).rejects.toMatchObject({
      code: 'agent_elsewhere',
    });
    const now = '2026-12-01T10:00:00+08:00';
    const term = await app.run(replaceChiefLiaison, replace, roster.manager, { now });
    expect(term).toMatchObject({ agentId: successor.id, seat: second?.seat, from: '2026-12-01', to: null });
    await expect(app.run(replaceChiefLiaison, replace, roster.manager, { now })).rejects.toMatchObject({
      code: 'liaison_ended',
    });
    const on = async (day: string) =>
      (await app.run(listChiefLiaisons, { regionId: '370783', on: day }, roster.helper)).items
        .filter(({ seat }) => seat === second?.seat)
        .map(({ agentId }) => agentId);
    expect(await on('2026-11-30')).toEqual([second?.agentId]);
    expect(await on('2026-12-01')).toEqual([successor.id]);
    const types = (await app.published(agentEvents)).slice(-2).map(({ type }) => type);
    expect(types).toEqual(['agent.liaisonEnded', 'agent.liaisonAppointed']);
  });

  it('of the city have no quota, but one stays (R34)', async () => {
    const id = roster.cityLiaison?.id ?? '';
    const end = () => app.run(endChiefLiaison, { id, reason: '调岗' }, roster.cityManager);
    expect(await wording(end())).toBe('市级至少应有1名首席联络员,请先确定接替人员。');
    await liaisons(app, roster.city, 6);
    await expect(end()).resolves.toMatchObject({ seat: null, to: '2026-11-23' });
  });

  it('are one term a person, and nobody leaves the roster in office', async () => {
    const agentId = roster.countyLiaisons[0]?.agentId ?? '';
    await expect(app.run(appointChiefLiaison, { agentId }, administrator)).rejects.toMatchObject({
      code: 'liaison_already',
    });
    expect(await wording(app.run(endAgent, { id: agentId }, administrator))).toMatch(
      /现任首席联络员,请先确定接替人员。$/,
    );
  });

  it('are counted for every county and zone, with a light (R25)', async () => {
    const { items } = await app.run(liaisonCompliance, {}, roster.cityManager);
    expect(items).toHaveLength(18);
    const of = (regionId: string) => items.find((item) => item.regionId === regionId);
    expect(of('370783')).toMatchObject({ count: 3, light: 'green' });
    expect(of('370782')).toMatchObject({
      count: 0,
      light: 'red',
      note: '现有0名,尚缺3名(规定为3至5名)。',
      institutionId: null,
    });
    expect(of('ZONE-GX')).toMatchObject({ level: 'county', light: 'red' });
    expect(of('370700')).toMatchObject({ level: 'city', count: 6, light: 'green' });
  });
});

describe('chief contacts', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  const key = (over: object = {}) => ({
    institutionId: roster.county.id,
    itemCode: 'C04',
    agentId: roster.helperAgent.id,
    ...over,
  });

  it('are for an item or for a category, and of the institution’s own staff (R26)', async () => {
    const run = (over: object) => app.run(appointChiefContact, key(over), roster.manager);
    expect(await wording(run({ category: '工业' }))).toBe('请在事项和项目类别中选择一个,不能同时选择。');
    await expect(run({ itemCode: null })).rejects.toMatchObject({ code: 'chief_contact_key' });
    await expect(run({ agentId: roster.cityHelper.agentId })).rejects.toMatchObject({ code: 'agent_elsewhere' });
    await expect(run({ substituteId: roster.helperAgent.id })).rejects.toMatchObject({ code: 'substitute_wrong' });
    await expect(run({ itemCode: 'Y99' })).rejects.toMatchObject({ code: 'item_unknown' });
  });

  it('are one an item, also when four are named at the same moment (R26, F04)', async () => {
    const answers = await Promise.allSettled(
      [1, 2, 3, 4].map(() => app.run(appointChiefContact, key(), roster.manager)),
    );
    const refused = refusals(answers);
    expect(refused).toHaveLength(3);
    for (const { code, params } of refused) {
      expect(sentence(code, params, 'zh')).toBe(
        '寿光市“建筑工程施工许可证核发”已有首席帮代办联系人,每个事项只确定1名;如需调整,请办理变更。',
      );
    }
    expect(await app.source.query('SELECT 1 FROM chief_contact')).toHaveLength(1);
  });

  it('are one a category', async () => {
    const category = key({ itemCode: null, category: '工业' });
    await app.run(appointChiefContact, category, roster.manager);
    expect(await wording(app.run(appointChiefContact, category, roster.manager))).toBe(
      '寿光市“工业”类项目已有首席帮代办联系人,每类项目只确定1名;如需调整,请办理变更。',
    );
  });

  it('change in one act, and every past day has its answer (R27)', async () => {
    const [before] = (await app.run(listChiefContacts, { itemCode: 'C04' }, roster.helper)).items;
    const id = before?.id ?? '';
    const successor = await anAgent(app, roster.county);
    const now = '2026-12-01T10:00:00+08:00';
    const after = await app.run(replaceChiefContact, { id, agentId: successor.id }, roster.manager, { now });
    expect(after).toMatchObject({ itemCode: 'C04', from: '2026-12-01', to: null });
    const on = async (day: string) =>
      (await app.run(listChiefContacts, { itemCode: 'C04', on: day }, roster.helper)).items.map(
        ({ agentId }) => agentId,
      );
    expect(await on('2026-11-30')).toEqual([before?.agentId]);
    expect(await on('2026-12-01')).toEqual([successor.id]);
    const named = await app.run(nameSubstitute, { id: after.id, substituteId: roster.helperAgent.id }, roster.manager, {
      now,
      expectedVersion: 1,
    });
    const { id: substituteId, name: substituteName } = roster.helperAgent;
    expect(named).toMatchObject({ agentId: successor.id, substituteId, substituteName, version: 2 });
    await app.run(endChiefContact, { id: after.id }, roster.manager, { now: '2026-12-02T10:00:00+08:00' });
    await expect(app.run(endChiefContact, { id: after.id }, roster.manager)).rejects.toMatchObject({
      code: 'chief_contact_ended',
    });
    expect(await on('2026-12-02')).toEqual([]);
  });
});
