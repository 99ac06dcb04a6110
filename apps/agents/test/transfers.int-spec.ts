import { randomUUID } from 'node:crypto';
import {
  getRouting,
  listCaseTransfers,
  listTransfers,
  proposeTransfer,
  receiveTransfer,
  returnTransfer,
} from '#libs/contracts/agents.js';
import type { Institution } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { caseEvents, routingEvents } from '#libs/contracts/facts.js';
import { advanceAgentsTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { COUNTY_CODES, aCase, aRoster, administrator, anAgent, anInstitution, as, planItem } from './factories.js';
import { refusals, wording } from './refusals.js';

describe('transfers', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  let bare: Institution;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
    bare = await anInstitution(app, '诸城', roster.city.id);
  });
  afterAll(() => app.stop());

  const aTransfer = (caseId: string, over: Partial<RawInput<typeof proposeTransfer>> = {}) => ({
    caseId,
    toInstitutionId: roster.county.id,
    itemCodes: COUNTY_CODES,
    materials: [{ documentId: randomUUID(), name: '备案证明', form: 'copy' as const }],
    method: 'platform_upload' as const,
    ...over,
  });
  const told = async (caseId: string) =>
    (await app.published(routingEvents)).filter(({ subject }) => subject === caseId).map(({ type }) => type.slice(8));

  it('wait for the agreement of both sides (F05)', async () => {
    const caseId = await aCase(app, roster.city, { active: false });
    const propose = () => app.run(proposeTransfer, aTransfer(caseId), roster.cityHelper);
    expect(await wording(propose())).toBe(
      '帮代办协议尚未双方签署(待签:项目单位、帮代办机构),签订后方可启动帮代办事项。',
    );
    await app.fact(caseEvents, 'agreementSigned', { caseId, agreementId: randomUUID(), by: 'institution', version: 1 });
    expect(await wording(propose())).toBe('帮代办协议尚未双方签署(待签:项目单位),签订后方可启动帮代办事项。');
    await app.fact(caseEvents, 'agreementSigned', { caseId, agreementId: randomUUID(), by: 'unit', version: 1 });
    await expect(propose()).rejects.toMatchObject({ code: 'not_yet_known' });
  });

  it('by courier need their number (F06), by another way its name', async () => {
    const caseId = await aCase(app, roster.city);
    const by = (over: object) => app.run(proposeTransfer, aTransfer(caseId, over), roster.cityHelper);
    expect(await wording(by({ method: 'courier' }))).toBe('以快递方式转交申请材料的,请填写快递单号。');
    await expect(by({ method: 'other' })).rejects.toMatchObject({ code: 'method_note_needed' });
    await expect(by({ method: 'courier', trackingNumber: 'SF1234567890' })).resolves.toMatchObject({
      trackingNumber: 'SF1234567890',
    });
  });

  it('follow the routing, or give their reason (R33)', async () => {
    const caseId = await aCase(app, roster.city);
    const by = (over: object) => app.run(proposeTransfer, aTransfer(caseId, over), roster.cityHelper);
    expect(await wording(by({ itemCodes: ['A01', 'P03'] }))).toMatch(/^按权限层级,.*与此不同的转交请写明理由。$/);
    await expect(by({ itemCodes: ['A01', 'D02'] })).rejects.toMatchObject({ code: 'item_not_entrusted' });
    expect(await wording(by({ itemCodes: ['A12'], overrideReason: '省厅要求' }))).toContain('不转交');
    await expect(by({ toInstitutionId: roster.city.id })).rejects.toMatchObject({ code: 'transfer_to_itself' });
    const elsewhere = { toInstitutionId: bare.id, overrideReason: '项目跨区' };
    expect(await wording(by(elsewhere))).toBe('“诸城帮代办中心”尚未确定首席联络员,请先确定。');
    const stranger = { liaisonId: roster.cityLiaison?.id };
    await expect(by(stranger)).rejects.toMatchObject({ code: 'liaison_elsewhere' });
    const liaison = roster.countyLiaisons[2];
    await expect(
      by({ itemCodes: ['A01', 'P03'], overrideReason: '一并办理', liaisonId: liaison?.id }),
    ).resolves.toMatchObject({
      state: 'proposed',
      direction: 'down',
      liaisonName: liaison?.agentName,
      overrideReason: '一并办理',
      ordinal: 1,
    });
  });

  it('do not begin while the routing asks', async () => {
    const items = [planItem('A01', 'county'), planItem('B02', 'unknown')];
    const caseId = await aCase(app, roster.city, { items });
    const proposed = aTransfer(caseId, { itemCodes: ['A01'] });
    expect(await wording(app.run(proposeTransfer, proposed, roster.cityHelper))).toBe(
      '暂不能转办:请确认“建设工程规划许可证核发”的权限层级。',
    );
  });

  it('are proposed by the institution that holds the case and received by the other; the first stays the first (R31, R39)', async () => {
    const caseId = await aCase(app, roster.city);
    const { id: transferId } = await app.run(proposeTransfer, aTransfer(caseId), roster.cityHelper);
    const holds = async () => (await app.run(getRouting, { caseId }, roster.helper)).holdingInstitutionId;
    expect(await holds()).toBe(roster.city.id);
    const receipt = { caseId, transferId, receipt: '材料齐全' };
    await expect(app.run(receiveTransfer, receipt, roster.cityHelper)).rejects.toMatchObject({
      code: 'not_receiving_institution',
    });
    await expect(app.run(proposeTransfer, aTransfer(caseId), roster.helper)).rejects.toMatchObject({
      code: 'not_holding_institution',
      params: { institution: '潍坊帮代办中心' },
    });
    const received = await app.run(receiveTransfer, receipt, roster.helper);
    expect(received).toMatchObject({ state: 'received', settlement: '材料齐全', settledBy: roster.helper.name });
    expect(await holds()).toBe(roster.county.id);
    expect(await wording(app.run(receiveTransfer, receipt, roster.helper))).toBe('该次转交已接收,不能重复办理。');
    expect(await told(caseId)).toEqual(['proposed', 'transferProposed', 'transferReceived']);
    expect(await app.run(getRouting, { caseId }, roster.helper)).toMatchObject({ firstInstitutionId: roster.city.id });
  });

  it('are one at a time, also when three are proposed at the same moment', async () => {
    const caseId = await aCase(app, roster.city);
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => app.run(proposeTransfer, aTransfer(caseId), roster.cityHelper)),
    );
    expect(refusals(answers).map(({ code }) => code)).toEqual(['transfer_open', 'transfer_open']);
  });

  it('of an item a third time are decided by the manager of the city (R43)', async () => {
    const caseId = await aCase(app, roster.city);
    for (const reason of ['材料不全', '权限有异议']) {
      const { id: transferId } = await app.run(proposeTransfer, aTransfer(caseId), roster.cityHelper);
      const back = await app.run(returnTransfer, { caseId, transferId, reason }, roster.helper);
      expect(back).toMatchObject({ state: 'returned', settlement: reason });
    }
    const third = aTransfer(caseId, { overrideReason: '再次转交', decision: '请寿光承办' });
    expect(await wording(app.run(proposeTransfer, third, roster.cityHelper))).toBe(
      '该事项已转交2次,再次转交须由市级总体工作管理员决定。',
    );
    expect(await wording(app.run(proposeTransfer, { ...third, decision: null }, roster.cityManager))).toContain(
      '已转交2次',
    );
    await expect(app.run(proposeTransfer, third, roster.cityManager)).resolves.toMatchObject({
      ordinal: 3,
      decision: '请寿光承办',
    });
  });

  it('that are not received within a working day are reminded of once, at that moment (R39)', async () => {
    const friday = '2026-11-27T10:00:00+08:00';
    const caseId = await aCase(app, roster.city, { now: friday });
    const { id, receiptDueAt } = await app.run(proposeTransfer, aTransfer(caseId), roster.cityHelper, { now: friday });
    expect(receiptDueAt).toBe('2026-11-30T02:00:00.000Z');
    const advance = (to: string) => app.run(advanceAgentsTime, { clock: 'business', to }, PLATFORM, { now: to });
    await advance('2026-11-30T09:59:00+08:00');
    expect(await told(caseId)).not.toContain('transferReminded');
    await advance('2026-12-03T08:00:00+08:00');
    await advance('2026-12-04T08:00:00+08:00');
    const reminders = (await app.published(routingEvents)).filter(({ type }) => type === 'routing.transferReminded');
    expect(reminders.filter(({ subject }) => subject === caseId)).toMatchObject([
      { time: '2026-11-30T02:00:00.000Z', data: { transferId: id, toInstitutionId: roster.county.id } },
    ]);
  });

  it('are listed to those whose cases they are', async () => {
    const caseId = await aCase(app, roster.city);
    await app.run(proposeTransfer, aTransfer(caseId), roster.cityHelper);
    const queue = await app.run(listTransfers, { state: 'proposed', toInstitutionId: roster.county.id }, roster.helper);
    expect(queue.items.map((transfer) => transfer.caseId)).toContain(caseId);
    expect(queue.items.every(({ state }) => state === 'proposed')).toBe(true);
    const acts = async (reader: Principal) =>
      (await app.run(listCaseTransfers, { caseId }, reader)).items.map(({ actions }) => actions);
    expect(await acts(roster.helper)).toEqual([['agents.receive-transfer', 'agents.return-transfer']]);
    expect([await acts(roster.cityHelper), await acts(administrator)]).toEqual([[[]], [[]]]);
    const stranger = as(await anAgent(app, bare), bare);
    expect((await app.run(listTransfers, {}, stranger)).total).toBe(0);
    await expect(app.run(listCaseTransfers, { caseId }, stranger)).rejects.toMatchObject({ code: 'case_not_found' });
    expect((await app.run(listCaseTransfers, { caseId }, roster.cityHelper)).items).toHaveLength(1);
  });
});
