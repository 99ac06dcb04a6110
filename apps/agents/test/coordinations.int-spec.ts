import {
  answerCoordination,
  appointChiefContact,
  contactDirectly,
  coordinate,
  establishInstitution,
  listCoordinations,
  listDirectContacts,
  logCoordination,
  proposeTransfer,
  recordLeave,
} from '#libs/contracts/agents.js';
import { routingEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { MAINLY_COUNTY, aCase, aRoster, administrator, anAgent, anInstitution, as, planItem } from './factories.js';
import { wording } from './refusals.js';

describe('items that do not go with their case', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  const told = async (caseId: string) =>
    (await app.published(routingEvents)).filter(({ subject }) => subject === caseId).slice(1);

  it('are followed up by the first institution, after the agreement, and only if entrusted', async () => {
    const unsigned = await aCase(app, roster.county, { active: false });
    const ask = (caseId: string, itemCode = 'P03') => app.run(contactDirectly, { caseId, itemCode }, roster.helper);
    await expect(ask(unsigned)).rejects.toMatchObject({ code: 'agreement_not_signed' });
    const caseId = await aCase(app, roster.county);
    await expect(app.run(contactDirectly, { caseId, itemCode: 'P03' }, roster.cityManager)).rejects.toMatchObject({
      code: 'not_first_institution',
    });
    await expect(ask(caseId, 'D02')).rejects.toMatchObject({ code: 'item_not_entrusted' });
    expect(await wording(ask(caseId, 'A12'))).toMatch(/^“建设项目压覆重要矿床审批”不适用直接联系:.*省自然资源厅/);
    const own = await aCase(app, roster.city);
    await expect(app.run(contactDirectly, { caseId: own, itemCode: 'A01' }, roster.cityHelper)).rejects.toMatchObject({
      code: 'contact_not_direct',
    });
  });

  it('without a chief contact are told to the liaison with a red light, never refused (R37)', async () => {
    const caseId = await aCase(app, roster.county);
    const contact = await app.run(contactDirectly, { caseId, itemCode: 'P03', note: '请协助' }, roster.helper);
    expect(contact).toMatchObject({ agentId: roster.cityLiaison?.agentId, asLiaison: true, asSubstitute: false });
    expect(await told(caseId)).toMatchObject([
      { type: 'routing.contactAsked', data: { itemCode: 'P03', institutionId: roster.city.id, asLiaison: true } },
    ]);
  });

  it('are told to the chief contact of the deciding level, the substitute while on leave (R26, R37)', async () => {
    const [chief, substitute] = [await anAgent(app, roster.city), await anAgent(app, roster.city)];
    const key = { institutionId: roster.city.id, itemCode: 'P03', agentId: chief.id, substituteId: substitute.id };
    await app.run(appointChiefContact, key, roster.cityManager);
    const caseId = await aCase(app, roster.county);
    const ask = (now: string) => app.run(contactDirectly, { caseId, itemCode: 'P03' }, roster.helper, { now });
    const leave = { from: '2026-11-24', to: '2026-11-25', substituteId: null, reason: '年休假' };
    await app.run(recordLeave, { agentId: chief.id, ...leave }, roster.cityManager);
    expect(await ask('2026-11-23T10:00:00+08:00')).toMatchObject({ agentId: chief.id, asLiaison: false });
    expect(await ask('2026-11-24T10:00:00+08:00')).toMatchObject({ agentId: substitute.id, asSubstitute: true });
    await app.run(recordLeave, { agentId: substitute.id, ...leave }, roster.cityManager);
    expect(await ask('2026-11-24T11:00:00+08:00')).toMatchObject({ asLiaison: true });
    expect((await app.run(listDirectContacts, { caseId }, as(chief, roster.city))).items).toHaveLength(3);
  });

  it('of the city stay with a city that transfers the rest, and their chief contact is told there (SP025)', async () => {
    const caseId = await aCase(app, roster.city);
    const contact = await app.run(contactDirectly, { caseId, itemCode: 'P03' }, roster.cityHelper);
    expect(contact).toMatchObject({ institutionId: roster.city.id, asLiaison: false });
  });

  it('of the province are coordinated by matching line department, with a log and a result (R36)', async () => {
    const caseId = await aCase(app, roster.city);
    const open = (itemCode: string) => app.run(coordinate, { caseId, itemCode, text: '商请对接' }, roster.cityHelper);
    expect(await wording(open('P03'))).toBe('“建设项目环境影响评价审批”不属于省级以上权限,无需业务对口协调。');
    const ticket = await open('A12');
    expect(ticket).toMatchObject({
      fromDepartment: 'WF-ZRJ',
      fromDepartmentName: '市自然资源和规划局',
      toDepartment: 'SD-ZRT',
      result: null,
    });
    await expect(open('A12')).rejects.toMatchObject({ code: 'coordination_open' });
    const step = { caseId, coordinationId: ticket.id };
    await app.run(logCoordination, { ...step, text: '省厅已收件' }, roster.cityHelper);
    const answered = await app.run(answerCoordination, { ...step, text: '未压覆' }, roster.cityHelper);
    expect(answered.entries.map(({ text }) => text)).toEqual(['商请对接', '省厅已收件', '未压覆']);
    await expect(app.run(logCoordination, { ...step, text: '补充' }, roster.cityHelper)).rejects.toMatchObject({
      code: 'coordination_answered',
    });
    expect((await told(caseId)).map(({ type }) => type)).toEqual([
      'routing.provinceCoordinated',
      'routing.coordinationAnswered',
    ]);
    expect((await app.run(listCoordinations, { caseId }, roster.cityHelper)).items).toMatchObject([
      { result: '未压覆' },
    ]);
  });

  it('a town’s case goes straight to the city, and the county is told (R35)', async () => {
    const establishment = {
      name: '圣城街道便民服务中心',
      level: 'town' as const,
      regionId: '370783001',
      parentId: roster.county.id,
      servicePoint: '圣城街道便民服务中心',
      hotline: '0536-5100000',
    };
    const town = await app.run(establishInstitution, establishment, administrator);
    const caseId = await aCase(app, town, { items: [planItem('P03', 'city')] });
    const transfer = {
      caseId,
      toInstitutionId: roster.city.id,
      itemCodes: ['P03'],
      method: 'in_person' as const,
    };
    const clerk = as(await anAgent(app, town), town);
    expect(await app.run(proposeTransfer, transfer, clerk)).toMatchObject({ direction: 'up' });
    expect((await told(caseId))[0]?.data).toMatchObject({ copiedInstitutionIds: [roster.county.id] });
  });

  it('name the gap where the other level has neither contact nor liaison', async () => {
    const bare = await anInstitution(app, '青州', roster.city.id);
    const items = [...MAINLY_COUNTY.filter(({ level }) => level === 'county'), planItem('P03', 'city')];
    const caseId = await aCase(app, bare, { items, project: { regionIds: ['370781'] } });
    await app.source.query("UPDATE chief_liaison SET valid_to = '2026-11-23' WHERE region_id = '370700'");
    await app.source.query("UPDATE chief_contact SET valid_to = '2026-11-23' WHERE valid_to IS NULL");
    const clerk = as(await anAgent(app, bare), bare);
    expect(await wording(app.run(contactDirectly, { caseId, itemCode: 'P03' }, clerk))).toBe(
      '“潍坊帮代办中心”尚未确定首席联络员,请先确定。',
    );
  });
});
