import { pino } from 'pino';
import type { CentreReceipt } from '../src/channels/receipts.js';
import { SmppSession } from '../src/channels/smpp-session.js';
import type { SmppOptions } from '../src/channels/smpp-session.js';
import { Centre, accept, drop, refuseWith, sendReceipt, silent, until } from './centre.js';

const THROTTLED = 0x58;
const INVALID_NUMBER = 0x0b;

const segment = { mobile: '19900000001', text: '【潍坊审批服务】您好😀', part: 1, parts: 1, reference: 7 };

describe('a session with an SMS centre', () => {
  let centre: Centre;
  let session: SmppSession;
  let receipts: CentreReceipt[];

  const open = async (changes: Partial<SmppOptions> = {}): Promise<void> => {
    const { port } = centre;
    const signIn = { host: '127.0.0.1', port, systemId: 'notify', password: 'secret', source: '10690536' };
    const limits = { window: 10, throughput: 1_000, answerWithinMs: 400, enquireEveryMs: 60_000 };
    const onReceipt = (receipt: CentreReceipt): Promise<void> => Promise.resolve(void receipts.push(receipt));
    session = new SmppSession({ ...signIn, ...limits, log: pino({ level: 'silent' }), onReceipt, ...changes });
    session.start();
    await until(() => session.bound);
  };

  beforeEach(async () => {
    centre = await Centre.open();
    receipts = [];
  });
  afterEach(async () => {
    await session.stop();
    await centre.close();
  });

  it('submits in UCS-2, asks for a receipt and gives the reference', async () => {
    await open();
    expect(await session.submit(segment)).toEqual({ kind: 'accepted', id: '1000000001' });
    expect(centre.texts).toEqual([segment.text]);
    expect(centre.submits[0]).toMatchObject({ data_coding: 8, registered_delivery: 1, user_message_reference: 7 });
  });

  it('gives every segment of a longer text the header that joins them', async () => {
    await open();
    await session.submit({ ...segment, part: 2, parts: 3, reference: 0x1ff });
    const [pdu] = centre.submits;
    expect(pdu?.esm_class).toBe(0x40);
    expect([...(pdu?.short_message?.udh?.[0] ?? [])]).toEqual([0, 3, 0xff, 3, 2]);
  });

  it('tells apart what is refused for good, what is busy and what nobody knows', async () => {
    await open();
    centre.next.push(refuseWith(INVALID_NUMBER), refuseWith(THROTTLED), silent);
    expect(await session.submit(segment)).toEqual({ kind: 'refused', status: INVALID_NUMBER });
    expect(await session.submit(segment)).toEqual({ kind: 'busy' });
    expect(await session.submit(segment)).toEqual({ kind: 'unknown' });
  });

  it('slows down when it is throttled', async () => {
    await open();
    centre.next.push(refuseWith(THROTTLED));
    await session.submit(segment);
    const began = Date.now();
    await session.submit(segment);
    expect(Date.now() - began).toBeGreaterThan(700);
  });

  it('never has more submits open than its window', async () => {
    await open({ window: 2, answerWithinMs: 300 });
    centre.next.push(silent, silent);
    const outcomes = [1, 2, 3].map(() => session.submit(segment));
    await until(() => centre.submits.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(centre.submits).toHaveLength(2);
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'accepted']);
  });

  it('does not know what became of a submit when the connection drops, and binds again', async () => {
    await open();
    centre.next.push(drop);
    expect(await session.submit(segment)).toEqual({ kind: 'unknown' });
    expect(await session.submit(segment)).toEqual({ kind: 'unsent' });
    await until(() => session.bound);
    expect(centre.binds).toBe(2);
    expect(await session.submit(segment)).toMatchObject({ kind: 'accepted' });
  });

  it('goes on trying when its bind is refused', async () => {
    await open();
    centre.bindStatus = 0x0d;
    centre.session?.destroy();
    await until(() => centre.binds >= 2);
    expect(session.bound).toBe(false);
    centre.bindStatus = 0;
    await until(() => session.bound);
  });

  it('hands over receipts, early and doubled ones too, and acknowledges them', async () => {
    await open();
    centre.next.push((live, pdu, id) => {
      sendReceipt(live, id, 'DELIVRD');
      sendReceipt(live, id, 'DELIVRD');
      accept(live, pdu, id);
    });
    await session.submit(segment);
    await until(() => centre.acknowledged.length === 2);
    expect(receipts).toEqual([1, 2].map(() => ({ id: '1000000001', stat: 'DELIVRD' })));
    expect(centre.acknowledged).toEqual([0, 0]);
  });

  it('asks for a receipt again that could not be stored', async () => {
    await open({ onReceipt: () => Promise.reject(new Error('the database is away')) });
    if (centre.session) sendReceipt(centre.session, '1', 'DELIVRD');
    await until(() => centre.acknowledged.length === 1);
    expect(centre.acknowledged).toEqual([0x64]);
  });

  it('notices a centre that is connected and says nothing', async () => {
    await open({ enquireEveryMs: 100, answerWithinMs: 200 });
    centre.session?.removeAllListeners('enquire_link');
    await until(() => centre.binds === 2);
  });
});
