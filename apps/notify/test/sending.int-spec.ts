import { pino } from 'pino';
import type { Operation } from '#libs/contracts/define.js';
import { messageEvents } from '#libs/contracts/facts.js';
import { getMessage, listMessages, resendMessage } from '#libs/contracts/notify.js';
import { advanceNotifyTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Outcome } from '#libs/messaging/bus.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { SmppSession } from '../src/channels/smpp-session.js';
import { serviceData } from '../src/data-source.js';
import { Addressees } from '../src/sending/addressees.js';
import { parseQuietHours } from '../src/sending/quiet-hours.js';
import { Receipts } from '../src/sending/receipts.js';
import { Sender } from '../src/sending/sender.js';
import { Submissions } from '../src/sending/submissions.js';
import { Centre, accept, drop, refuseWith, sendReceipt, silent, until } from './centre.js';
import { administrator, anApplication, apply } from './factories.js';

/** The owners of numbers, as they answer over the bus. */
class Owners {
  mobile: string | null = '19900001234';
  away = false;

  query(contract: Operation, input: Record<string, unknown>): Promise<Outcome> {
    if (this.away) return Promise.resolve({ state: 'unsent' });
    return Promise.resolve({
      state: 'answered',
      answer: { status: 'done', output: this.output(contract.name, input) },
    });
  }

  private output(operation: string, { unitId, agentIds }: Record<string, unknown>): unknown {
    if (operation === 'projects.unit-contacts') {
      return { unitId, unitName: '鸢都示例公司', contactName: '陈晨', contactMobile: this.mobile ?? '' };
    }
    const [agentId] = agentIds as string[];
    return { items: this.mobile === null ? [] : [{ agentId, name: '王明', mobile: this.mobile }] };
  }
}

const LONG_NAME = '鸢都高端装备制造产业园一期(含研发中心、综合楼及配套设施)';

describe('sending', () => {
  let app: Operations;
  let centre: Centre;
  let owners: Owners;
  let senders: Sender[];

  const policy = { signature: '潍坊审批服务', blockedPrefixes: ['1880000'], retryMs: [50, 50] };

  const startSender = (quiet = 'none'): Sender => {
    const log = pino({ level: 'silent' });
    const signIn = { host: '127.0.0.1', port: centre.port, systemId: 'notify', password: 'secret', source: '10690536' };
    const limits = { window: 5, throughput: 1_000, answerWithinMs: 300, enquireEveryMs: 60_000 };
    const sender = new Sender({
      source: app.source,
      addressees: new Addressees(app.source, owners),
      submissions: new Submissions(app.source, { ...policy, quietHours: parseQuietHours(quiet) }),
      receipts: new Receipts(app.source, policy.retryMs),
      openSession: (receipts) =>
        new SmppSession({ ...signIn, ...limits, log, onReceipt: (receipt) => receipts.take(receipt) }),
      window: 5,
      log,
    });
    sender.start();
    senders.push(sender);
    return sender;
  };

  /** A case whose unit alone is told. */
  const tellTheUnit = async (name?: string): Promise<string> => {
    const { caseId } = await apply(app, anApplication(name));
    await app.source.query("DELETE FROM message WHERE receiver <> 'unit'");
    const { items } = await app.run(listMessages, { caseId }, administrator);
    return items[0]?.id ?? '';
  };

  const read = (id: string) => app.run(getMessage, { id }, administrator);
  const reaches = (id: string, state: string): Promise<void> => until(async () => (await read(id)).state === state);
  const lastReceipt = (stat: string, written = String(1_000_000_000 + centre.submits.length)): void => {
    if (centre.session) sendReceipt(centre.session, written, stat);
  };

  beforeAll(async () => (app = await Operations.start(serviceData, AppModule)));
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.source.query('TRUNCATE message, delivery, centre_receipt, business_clock, outbox');
    centre = await Centre.open();
    owners = new Owners();
    senders = [];
  });
  afterEach(async () => {
    await Promise.all(senders.map((sender) => sender.stop()));
    await centre.close();
  });

  it('puts the signature at the head, keeps no number, and tells the others when it is delivered', async () => {
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'submitted');
    lastReceipt('DELIVRD');
    await reaches(id, 'delivered');
    expect(centre.texts.join('')).toMatch(
      /^【潍坊审批服务】“年产5万吨新材料项目”的帮代办申请已收到，编号BDB-2026-000123。/,
    );
    expect(centre.submits[0]?.destination_addr).toBe('19900001234');
    expect(await read(id)).toMatchObject({ mobile: '199****1234', receiverName: '陈晨', attempts: 1, reason: null });
    const [fact] = await app.published(messageEvents);
    expect(fact?.data).toMatchObject({
      messageId: id,
      template: 'case-applied-unit',
      receiverName: '陈晨',
      state: 'delivered',
    });
    const kept = await app.source.query("SELECT 1 FROM audit_record WHERE after::text LIKE '%19900001234%'");
    expect(kept).toEqual([]);
  });

  it('is delivered only when every segment is', async () => {
    const id = await tellTheUnit(LONG_NAME);
    startSender();
    await reaches(id, 'submitted');
    expect(centre.submits).toHaveLength(2);
    lastReceipt('DELIVRD');
    await until(async () => (await read(id)).deliveries.some(({ state }) => state === 'delivered'));
    expect((await read(id)).state).toBe('submitted');
    lastReceipt('DELIVRD', '1000000001');
    await reaches(id, 'delivered');
  });

  it.each([
    ['hexadecimal', '3B9ACA01'],
    ['zero-padded', '00000000001000000001'],
  ])('finds the message of a receipt whose id is %s', async (_, written) => {
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'submitted');
    lastReceipt('DELIVRD', written);
    await reaches(id, 'delivered');
  });

  it('uses a receipt that came before the answer to its submit, and keeps one for an unknown id', async () => {
    centre.next.push((session, pdu, id) => {
      sendReceipt(session, id, 'DELIVRD');
      sendReceipt(session, '77', 'DELIVRD');
      sendReceipt(session, '77', 'DELIVRD');
      setTimeout(() => accept(session, pdu, id), 100);
    });
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'delivered');
    const unknown = await app.source.query('SELECT centre_id FROM centre_receipt WHERE delivery_id IS NULL');
    expect(unknown).toEqual([{ centre_id: '77' }]);
  });

  it('lets the first final state stand when receipts come doubled and backwards', async () => {
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'submitted');
    for (const stat of ['DELIVRD', 'DELIVRD', 'ENROUTE', 'UNDELIV']) lastReceipt(stat);
    await until(() => centre.acknowledged.length === 4);
    expect(await read(id)).toMatchObject({ state: 'delivered' });
    expect(await app.published(messageEvents)).toHaveLength(1);
  });

  it('tries a phone three times that is not reached, then it has failed and can be sent again', async () => {
    const id = await tellTheUnit();
    startSender();
    for (const attempt of [1, 2, 3]) {
      await until(async () => centre.submits.length === attempt && (await read(id)).state === 'submitted');
      lastReceipt('UNDELIV');
    }
    await reaches(id, 'failed');
    expect(await read(id)).toMatchObject({ reason: 'undelivered', attempts: 3 });
    const [fact] = await app.published(messageEvents);
    expect(fact?.data).toMatchObject({ messageId: id, state: 'failed' });
    await app.run(resendMessage, { id }, administrator);
    await reaches(id, 'submitted');
    lastReceipt('DELIVRD');
    await reaches(id, 'delivered');
  });

  it('fails at once what the centre refuses, who has no mobile, and a number that is blocked', async () => {
    startSender();
    centre.next.push(refuseWith(0x0b));
    const refused = await tellTheUnit();
    await reaches(refused, 'failed');
    expect(await read(refused)).toMatchObject({ reason: 'refused', deliveries: [{ detail: '0x0B' }] });
    owners.mobile = null;
    const unreachable = await tellTheUnit();
    await reaches(unreachable, 'failed');
    expect(await read(unreachable)).toMatchObject({ reason: 'no_contact', mobile: null });
    owners.mobile = '18800001234';
    const blocked = await tellTheUnit();
    await reaches(blocked, 'failed');
    expect(await read(blocked)).toMatchObject({ reason: 'blocked_number' });
    expect(centre.submits).toHaveLength(1);
  });

  it('waits while the owner of the number is away', async () => {
    owners.away = true;
    const id = await tellTheUnit();
    startSender();
    await until(async () => (await read(id)).reason === 'owner_away');
    owners.away = false;
    await app.source.query('UPDATE message SET try_at = now()');
    await reaches(id, 'submitted');
  });

  it('comes back to a centre that was too busy, without counting it as an attempt', async () => {
    centre.next.push(refuseWith(0x58));
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'submitted');
    expect(centre.submits).toHaveLength(2);
    expect(await read(id)).toMatchObject({ attempts: 1 });
  });

  it('submits once more with the same reference when the connection dropped before the answer', async () => {
    centre.next.push(drop);
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'submitted');
    const [first, second] = centre.submits as unknown as { user_message_reference: number }[];
    expect(centre.submits).toHaveLength(2);
    expect(second?.user_message_reference).toBe(first?.user_message_reference);
  });

  it('submits no third time what was never answered', async () => {
    centre.next.push(silent, silent);
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'failed');
    expect(await read(id)).toMatchObject({ reason: 'no_answer', deliveries: [{ detail: 'no_answer' }] });
    expect(centre.submits).toHaveLength(2);
  });

  it('takes up what a process left half submitted when it was killed', async () => {
    const id = await tellTheUnit();
    const submissions = new Submissions(app.source, { ...policy, quietHours: null });
    const contact = { name: '陈晨', mobile: '19900001234' };
    const values = { projectName: '示例项目', caseNumber: 'B1' };
    expect(await submissions.begin(id, { state: 'reached', contact, values })).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'submitting' });
    startSender();
    await reaches(id, 'submitted');
    expect(await read(id)).toMatchObject({ attempts: 1 });
  });

  it('has one leader: a second sender sends nothing twice', async () => {
    startSender();
    startSender();
    const ids = await Promise.all([1, 2, 3].map(() => tellTheUnit()));
    for (const id of ids) await reaches(id, 'submitted');
    expect(centre.submits).toHaveLength(3);
    expect(centre.binds).toBe(1);
  });

  it('gives up waiting for a receipt after three days, and still takes it when it comes', async () => {
    const id = await tellTheUnit();
    startSender();
    await reaches(id, 'submitted');
    await app.source.query("UPDATE message SET submitted_at = now() - interval '4 days'");
    await new Receipts(app.source, []).expire();
    expect(await read(id)).toMatchObject({ state: 'expired', reason: 'no_receipt' });
    lastReceipt('DELIVRD');
    await reaches(id, 'delivered');
    expect((await app.published(messageEvents)).map(({ data }) => data['state'])).toEqual(['failed', 'delivered']);
  });

  it('holds back in quiet hours what is not urgent, until business time has moved on', async () => {
    const at = (hour: number): Date => new Date(new Date().setUTCHours(hour + 16, 0, 0, 0) + 10 * 86_400_000);
    const advance = async (to: Date) => {
      const now = to.toISOString();
      return await app.run(advanceNotifyTime, { clock: 'business', to: now }, PLATFORM, { now });
    };
    await advance(at(3)); // 03:00 in Shanghai
    const held = await tellTheUnit();
    const urgent = await tellTheUnit();
    await app.source.query('UPDATE message SET urgent = true WHERE id = $1', [urgent]);
    startSender('22:00-08:00');
    await reaches(urgent, 'submitted');
    await until(async () => (await read(held)).heldUntil === at(8).toISOString());
    expect(await read(held)).toMatchObject({ state: 'queued' });
    expect(await advance(at(8))).toEqual({ fired: 1 });
    await reaches(held, 'submitted');
    expect(await advance(at(9))).toEqual({ fired: 0 });
  });
});
