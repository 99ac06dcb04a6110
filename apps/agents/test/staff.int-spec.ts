import {
  agentContacts,
  appointAgent,
  editAgent,
  endAgent,
  getAgent,
  listAgents,
  publicResponsibilityLists,
  publishResponsibilityList,
  recordLeave,
} from '#libs/contracts/agents.js';
import { agentEvents } from '#libs/contracts/facts.js';
import { advanceAgentsTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aRoster, administrator, anAgent } from './factories.js';

describe('the roster', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  const anAppointment = () => ({
    institutionId: roster.county.id,
    name: '李测试',
    classes: ['helper' as const],
    source: 'established_post' as const,
    orderNumber: '寿帮代办〔2026〕90号',
    workPhone: '0536-5100090',
    mobile: '19900000090',
  });

  it('is kept by the manager of the institution or of the one above', async () => {
    await expect(app.run(appointAgent, anAppointment(), roster.helper)).rejects.toMatchObject({ code: 'forbidden' });
    const ofCity = { ...anAppointment(), institutionId: roster.city.id };
    await expect(app.run(appointAgent, ofCity, roster.manager)).rejects.toMatchObject({ code: 'not_your_institution' });
    await expect(app.run(appointAgent, anAppointment(), roster.cityManager)).resolves.toMatchObject({ load: 0 });
    const acts = async (reader: Principal) =>
      (await app.run(getAgent, { id: roster.helperAgent.id }, reader)).actions.map((name) => name.slice(7));
    const own = ['record-leave', 'hand-over-all'];
    expect(await acts(roster.manager)).toEqual(['edit-agent', 'end-agent', 'publish-responsibility-list', ...own]);
    expect([await acts(roster.helper), await acts(roster.cityHelper)]).toEqual([own, []]);
  });

  it('takes several classes in one person only with a reason (R15), a contract only with its end (R17)', async () => {
    const two = { ...anAppointment(), classes: ['helper' as const, 'guide' as const] };
    await expect(app.run(appointAgent, two, administrator)).rejects.toMatchObject({ code: 'classes_need_reason' });
    await expect(
      app.run(appointAgent, { ...two, classesReason: '县级编制有限' }, administrator),
    ).resolves.toMatchObject({ classes: ['helper', 'guide'] });
    const purchased = { ...anAppointment(), source: 'purchased_service' as const };
    await expect(app.run(appointAgent, purchased, administrator)).rejects.toMatchObject({
      code: 'contract_end_needed',
    });
    const unknown = { ...anAppointment(), itemCodes: ['A01', 'Y99'] };
    await expect(app.run(appointAgent, unknown, administrator)).rejects.toMatchObject({
      code: 'item_unknown',
      params: { codes: ['Y99'] },
    });
  });

  it('tells each change without a phone number, and the audit trail never shows a mobile', async () => {
    const agent = await app.run(appointAgent, anAppointment(), roster.manager);
    await app.run(editAgent, { id: agent.id, mobile: '19900000091' }, roster.manager, { expectedVersion: 1 });
    await expect(
      app.run(editAgent, { id: agent.id, mobile: '19900000092' }, roster.manager, { expectedVersion: 1 }),
    ).rejects.toMatchObject({ code: 'stale_version' });
    await app.run(endAgent, { id: agent.id }, roster.manager, { expectedVersion: 2 });
    const facts = (await app.published(agentEvents)).filter(({ subject }) => subject === agent.id);
    expect(facts.map(({ data }) => 'active' in data && data.active)).toEqual([true, true, false]);
    const books = await app.source.query<unknown[]>('SELECT value FROM outbox');
    const trail = await app.source.query<unknown[]>('SELECT before, after FROM audit_record');
    expect(JSON.stringify([books, trail])).not.toMatch(/1990000\d{4}/);
  });

  it('shows a mobile in full to managers and its owner only (R24), and hands it to notify', async () => {
    const { helperAgent, helper, cityHelper, manager } = roster;
    const seenBy = async (reader: typeof helper) => (await app.run(getAgent, { id: helperAgent.id }, reader)).mobile;
    expect(await seenBy(manager)).toBe(helperAgent.mobile);
    expect(await seenBy(helper)).toBe(helperAgent.mobile);
    expect(await seenBy(cityHelper)).toMatch(/^199\*{4}\d{4}$/);
    const asked = { agentIds: [helperAgent.id] };
    await expect(app.run(agentContacts, asked, manager)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await app.run(agentContacts, asked, PLATFORM)).toEqual({
      items: [{ agentId: helperAgent.id, name: helperAgent.name, mobile: helperAgent.mobile }],
    });
  });

  it('finds agents by class, trade, stage, item, name and the plan’s own second word 宣传员 (R15)', async () => {
    const adviser = await anAgent(app, roster.county, { classes: ['policy_adviser'], policyDomains: ['建厂生产'] });
    const guide = await anAgent(app, roster.county, { classes: ['guide'], specialties: ['医疗'] });
    const builder = await anAgent(app, roster.county, { helperStages: ['施工许可'], itemCodes: ['C04'] });
    const found = async (filter: object) =>
      (await app.run(listAgents, filter, roster.helper)).items.map(({ id }) => id);
    expect(await found({ q: '宣传员' })).toEqual([adviser.id]);
    expect(await found({ q: '宣讲员' })).toEqual([adviser.id]);
    expect(await found({ class: 'guide', specialty: '医疗' })).toEqual([guide.id]);
    expect(await found({ itemCode: 'C04' })).toContain(builder.id);
    expect(await found({ itemCode: 'A01' })).not.toContain(builder.id);
    expect(await found({ q: builder.name, regionId: '370783' })).toEqual([builder.id]);
  });

  it('records leave with a substitute of the same institution, never twice for one day', async () => {
    const { helperAgent, helper, cityHelper } = roster;
    const substitute = await anAgent(app, roster.county);
    const leave = {
      agentId: helperAgent.id,
      from: '2026-12-07',
      to: '2026-12-09',
      substituteId: substitute.id,
      reason: '年休假',
    };
    await expect(app.run(recordLeave, leave, cityHelper)).rejects.toMatchObject({ code: 'not_your_institution' });
    const stranger = { ...leave, substituteId: cityHelper.agentId };
    await expect(app.run(recordLeave, stranger, helper)).rejects.toMatchObject({ code: 'substitute_wrong' });
    await expect(app.run(recordLeave, { ...leave, to: '2026-12-01' }, helper)).rejects.toMatchObject({
      code: 'leave_dates_wrong',
    });
    const agent = await app.run(recordLeave, leave, helper);
    expect(agent.leaves).toMatchObject([{ from: '2026-12-07', to: '2026-12-09', substituteId: substitute.id }]);
    await expect(
      app.run(recordLeave, { ...leave, from: '2026-12-09', to: '2026-12-10' }, helper),
    ).rejects.toMatchObject({ code: 'leave_overlaps', params: { from: '2026-12-07', to: '2026-12-09' } });
  });

  it('ends an appointment when its contract is over (R17), once, on the day after', async () => {
    const agent = await anAgent(app, roster.county, { source: 'purchased_service', contractEndsOn: '2026-11-30' });
    const advance = (to: string) => app.run(advanceAgentsTime, { clock: 'business', to }, PLATFORM, { now: to });
    expect(await advance('2026-11-30T23:59:00+08:00')).toEqual({ fired: 0 });
    expect(await advance('2026-12-05T09:00:00+08:00')).toEqual({ fired: 1 });
    expect(await advance('2026-12-05T09:00:00+08:00')).toEqual({ fired: 0 });
    expect(await app.run(getAgent, { id: agent.id }, administrator)).toMatchObject({ to: '2026-12-01' });
    const last = (await app.published(agentEvents)).filter(({ subject }) => subject === agent.id).at(-1);
    expect(last).toMatchObject({ time: '2026-11-30T16:00:00.000Z', data: { active: false } });
  });
});

describe('responsibility lists', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  it('are public with the work phone and nothing private (R24, R30)', async () => {
    const { helperAgent: agent, manager, helper } = roster;
    const list = { agentId: agent.id, duties: ['施工许可申报指导'], itemCodes: ['C04'] };
    await expect(app.run(publishResponsibilityList, list, helper)).rejects.toMatchObject({ code: 'forbidden' });
    await app.run(publishResponsibilityList, { ...list, duties: ['旧职责'] }, manager);
    expect(await app.run(publishResponsibilityList, list, manager)).toMatchObject({ edition: 2, replacedOn: null });
    const { items, total } = await app.run(
      publicResponsibilityLists,
      { itemCode: 'C04', regionId: '370783' },
      PLATFORM,
    );
    expect(total).toBe(1);
    expect({ ...items[0], name: '' }).toMatchInlineSnapshot(`
     {
       "classes": [
         "helper",
       ],
       "duties": [
         "施工许可申报指导",
       ],
       "institutionName": "寿光帮代办中心",
       "items": [
         {
           "code": "C04",
           "name": "建筑工程施工许可证核发(含质量安全监督手续)",
         },
       ],
       "level": "county",
       "name": "",
       "publishedOn": "2026-11-23",
       "regionName": "寿光市",
       "workPhone": "0536-5100011",
     }
    `);
    expect(JSON.stringify(items)).not.toContain(agent.mobile);
    expect(JSON.stringify(items)).not.toContain(agent.id);
  });

  it('are found by item, region, duty and name; those who left are gone', async () => {
    const { manager } = roster;
    const agent = await anAgent(app, roster.county);
    await app.run(publishResponsibilityList, { agentId: agent.id, duties: ['环评指导'], itemCodes: ['P03'] }, manager);
    const count = async (filter: object) => (await app.run(publicResponsibilityLists, filter, PLATFORM)).total;
    expect(await count({ q: '环评' })).toBe(1);
    expect(await count({ q: agent.name })).toBe(1);
    expect(await count({ itemCode: 'P03', level: 'city' })).toBe(0);
    await app.run(endAgent, { id: agent.id }, manager);
    expect(await count({ q: '环评' })).toBe(0);
  });
});
