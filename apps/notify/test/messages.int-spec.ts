import { randomUUID } from 'node:crypto';
import { approvalEvents, assignmentEvents, caseEvents, routingEvents } from '#libs/contracts/facts.js';
import type { Fact } from '#libs/contracts/define.js';
import {
  changeNotificationRule,
  getMessage,
  listMessages,
  listNotificationRules,
  resendMessage,
} from '#libs/contracts/notify.js';
import { PLATFORM, actorOf } from '#libs/identity/principal.js';
import { factValue } from '#libs/messaging/context.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { AnnouncementsService } from '../src/messages/announcements.service.js';
import { step } from '../src/sending/step.js';
import {
  SHOUGUANG,
  aFiling,
  administrator,
  anAgent,
  anApplication,
  apply,
  appointManager,
  asUnit,
  assignPrincipal,
  decided,
  reviewer,
} from './factories.js';

describe('what facts tell whom', () => {
  let app: Operations;
  beforeAll(async () => (app = await Operations.start(serviceData, AppModule)));
  afterAll(() => app.stop());

  const messagesOf = async (caseId: string) => {
    const { items } = await app.run(listMessages, { caseId, pageSize: 200 }, administrator);
    return items.map(({ receiver, template }) => `${receiver} ${template}`).toSorted();
  };

  it('tells the unit and the manager of the first institution that a case was applied for', async () => {
    const managerId = await appointManager(app);
    const { caseId } = await apply(app);
    expect(await messagesOf(caseId)).toEqual(['manager case-applied-manager', 'unit case-applied-unit']);
    const rows = await app.source.query('SELECT addressee FROM message WHERE case_id = $1 ORDER BY addressee', [
      caseId,
    ]);
    expect(rows).toEqual([{ addressee: `agent:${managerId}` }, { addressee: 'unit' }]);
  });

  it('waits for a manager of an institution that has none', async () => {
    const institutionId = randomUUID();
    const { caseId } = await apply(app, { ...anApplication(), firstInstitutionId: institutionId });
    const rows = await app.source.query(
      "SELECT addressee, state FROM message WHERE case_id = $1 AND receiver = 'manager'",
      [caseId],
    );
    expect(rows).toEqual([{ addressee: `managers:${institutionId}`, state: 'queued' }]);
  });

  it('makes one message a receiver of an event, however often the fact is handled', async () => {
    const data = anApplication();
    const stamp = { id: randomUUID(), time: new Date(), actor: actorOf(PLATFORM), correlationId: 'test' };
    const fact = factValue(caseEvents, 'applied', data, stamp) as Fact;
    const announcements = new AnnouncementsService();
    for (let time = 0; time < 2; time += 1)
      await step(app.source, 'test', (context) => announcements.announce(fact, context));
    const [{ count }] = await app.source.query('SELECT count(*)::int AS count FROM message WHERE event_id = $1', [
      fact.id,
    ]);
    expect(count).toBe(2);
  });

  it('tells the principal of the assignment and the unit who it is, and a member of the team only that', async () => {
    const { caseId } = await apply(app);
    await assignPrincipal(app, caseId);
    expect(await messagesOf(caseId)).toEqual(
      expect.arrayContaining(['assignee assigned-principal', 'unit assigned-unit']),
    );
    const other = { ...anApplication(), caseId: randomUUID() };
    const agent = {
      agentId: randomUUID(),
      agentName: '赵静',
      institutionId: SHOUGUANG,
      reason: '政策咨询',
      from: '2026-11-23',
    };
    await apply(app, other);
    await app.fact(assignmentEvents, 'assigned', {
      caseId: other.caseId,
      assignmentId: randomUUID(),
      role: 'policy_adviser',
      ...agent,
    });
    const told = await messagesOf(other.caseId);
    expect(told).toContain('assignee assigned-team');
    expect(told).not.toContain('unit assigned-unit');
  });

  it('tells the liaison of a transfer, and the unit once it was received', async () => {
    const { caseId } = await apply(app);
    const liaisonAgentId = randomUUID();
    const to = { toInstitutionId: SHOUGUANG, toInstitutionName: '寿光市帮代办中心', liaisonAgentId };
    const transfer = {
      caseId,
      transferId: randomUUID(),
      ordinal: 1,
      direction: 'down',
      fromInstitutionId: randomUUID(),
    } as const;
    await app.fact(routingEvents, 'transferProposed', {
      ...transfer,
      ...to,
      itemCodes: [],
      method: 'in_person',
      trackingNumber: null,
    });
    const { transferId } = transfer;
    const received = {
      caseId,
      transferId,
      institutionId: SHOUGUANG,
      institutionName: '寿光市帮代办中心',
      receipt: 'HZ-1',
    };
    await app.fact(routingEvents, 'transferReceived', received);
    expect(await messagesOf(caseId)).toEqual(
      expect.arrayContaining(['liaison transfer-proposed-liaison', 'unit transfer-received-unit']),
    );
  });

  it('tells a result only when it is verified, and a deadline to the unit only on its own clocks', async () => {
    const { caseId } = await apply(app);
    await app.fact(approvalEvents, 'decided', decided(caseId, false));
    const near = { ...aFiling(caseId), dueOn: '2026-11-25', workdaysLeft: 2, light: 'yellow' } as const;
    await app.fact(approvalEvents, 'deadlineNear', { ...near, clock: 'promised' });
    expect(await messagesOf(caseId)).toEqual([
      'manager case-applied-manager',
      'principal deadline-near-principal',
      'unit case-applied-unit',
    ]);
    await app.fact(approvalEvents, 'decided', decided(caseId, true));
    await app.fact(approvalEvents, 'deadlineNear', { ...near, clock: 'correction' });
    expect(await messagesOf(caseId)).toEqual(
      expect.arrayContaining(['unit approval-decided-unit', 'unit deadline-near-unit']),
    );
  });

  it('tells nobody by a rule that was switched off', async () => {
    const { items } = await app.run(listNotificationRules, {}, administrator);
    const rule = items.find(({ template }) => template === 'notice-issued-unit');
    const change = { ruleId: rule?.id ?? '', state: 'off' } as const;
    await expect(app.run(changeNotificationRule, change, anAgent('manager'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(app.run(changeNotificationRule, change, administrator, { expectedVersion: 9 })).rejects.toMatchObject({
      code: 'stale_version',
    });
    const other = { ...change, template: 'case-closed-unit' };
    await expect(app.run(changeNotificationRule, other, administrator, { expectedVersion: 1 })).rejects.toMatchObject({
      code: 'sms_template_mismatch',
    });
    expect(await app.run(changeNotificationRule, change, administrator, { expectedVersion: 1 })).toMatchObject({
      state: 'off',
      version: 2,
    });
    const { caseId } = await apply(app);
    const notice = { noticeId: randomUUID(), number: 'GZ-1', version: 1, issuedOn: '2026-11-23' };
    await app.fact(caseEvents, 'noticeIssued', { caseId, ...notice });
    expect(await messagesOf(caseId)).not.toContain('unit notice-issued-unit');
  });
});

describe('reading and resending messages', () => {
  let app: Operations;
  beforeAll(async () => (app = await Operations.start(serviceData, AppModule)));
  afterAll(() => app.stop());

  const unitsMessage = async (caseId: string) => {
    const { items } = await app.run(listMessages, { caseId, template: 'case-applied-unit' }, administrator);
    const [message] = items;
    if (!message) throw new Error('the unit was not told');
    return message;
  };

  it('is refused to who has no part in it', async () => {
    await expect(app.run(listMessages, {}, reviewer)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { caseId } = await apply(app);
    const { id } = await unitsMessage(caseId);
    await expect(app.run(getMessage, { id }, asUnit(randomUUID()))).rejects.toMatchObject({ code: 'not_found' });
    await expect(app.run(resendMessage, { id }, anAgent('helper'))).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = anAgent('manager', { institutionId: randomUUID(), regionId: '370784' });
    await expect(app.run(resendMessage, { id }, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    expect((await app.run(listMessages, { caseId }, elsewhere)).total).toBe(0);
  });

  it('shows a unit what it was sent itself and nothing else', async () => {
    const { caseId, project } = await apply(app);
    const { items } = await app.run(listMessages, { caseId }, asUnit(project.unitId));
    expect(items.map(({ receiver }) => receiver)).toEqual(['unit']);
    expect((await app.run(listMessages, { caseId }, anAgent('manager'))).total).toBe(2);
  });

  it('shows the number masked and why it failed', async () => {
    const { caseId } = await apply(app);
    const { id } = await unitsMessage(caseId);
    await app.source.query(
      "UPDATE message SET state = 'failed', reason = 'undelivered', masked_mobile = '138****1234' WHERE id = $1",
      [id],
    );
    expect(await app.run(getMessage, { id }, administrator)).toMatchObject({
      caseNumber: 'BDB-2026-000123',
      mobile: '138****1234',
      reason: 'undelivered',
      reasonText: '多次发送均未送达,请核对号码后重发',
      deliveries: [],
    });
  });

  it('queues a failed message again, and no other', async () => {
    const { caseId } = await apply(app);
    const { id } = await unitsMessage(caseId);
    await expect(app.run(resendMessage, { id }, anAgent('manager'))).rejects.toMatchObject({
      code: 'message_not_resendable',
      params: { state: '待发送' },
    });
    await app.source.query(
      "UPDATE message SET state = 'failed', reason = 'no_contact', attempts_left = 0 WHERE id = $1",
      [id],
    );
    expect(await app.run(resendMessage, { id }, anAgent('manager'))).toMatchObject({ state: 'queued', reason: null });
    const [row] = await app.source.query('SELECT attempts_left FROM message WHERE id = $1', [id]);
    expect(row).toEqual({ attempts_left: 3 });
  });
});
