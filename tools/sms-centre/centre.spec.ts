import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'smpp';
import type { Pdu, Session } from 'smpp';
import { Behaviour, USUAL } from './behaviour.js';
import { SmsCentre } from './centre.js';
import { Journal } from './journal.js';
import { page } from './page.js';

const SIGN_IN = { systemId: 'bangdaiban', password: 'secret' };
const MOBILE = '19900000001';
const UCS2 = 8;

type Values = Record<string, unknown>;

const message = (text: string, more: Values = {}): Values => ({
  source_addr: '10690536',
  destination_addr: MOBILE,
  data_coding: UCS2,
  registered_delivery: 1,
  short_message: text,
  ...more,
});

const ask = (session: Session, command: 'bind_transceiver' | 'submit_sm', values: Values): Promise<Pdu> =>
  new Promise((resolve) => session[command](values, resolve));

describe('the SMS centre', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sms-centre-'));
  const sessions: Session[] = [];
  let journal: Journal;
  let centre: SmsCentre;
  let server: Server;
  let file: string;
  let run = 0;

  const open = async (): Promise<Session> => {
    const session = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    session.on('error', () => undefined);
    sessions.push(session);
    await once(session, 'connect');
    return session;
  };
  const bind = async (password = SIGN_IN.password): Promise<[Session, Pdu]> => {
    const session = await open();
    return [session, await ask(session, 'bind_transceiver', { system_id: SIGN_IN.systemId, password })];
  };
  const receiptsOf = (session: Session): Pdu[] => {
    const receipts: Pdu[] = [];
    session.on('deliver_sm', (pdu: Pdu) => {
      receipts.push(pdu);
      session.send(pdu.response());
    });
    return receipts;
  };
  const behave = (rule: Values): void => {
    centre.behaviour = Behaviour.parse({ rules: [{ delayMs: 1, ...rule }] });
  };

  beforeEach(async () => {
    file = join(folder, `${(run += 1)}.jsonl`);
    journal = new Journal(file);
    centre = new SmsCentre(journal, SIGN_IN);
    behave({ receipts: [] });
    server = centre.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.destroy();
    server.close();
    await once(server, 'close');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets nobody in with a wrong password, and takes nothing from who has not signed in', async () => {
    const [, refused] = await bind('wrong');
    expect(refused.command_status).toBe(0x0d);
    const answer = await ask(await open(), 'submit_sm', message('您好'));
    expect(answer.command_status).toBe(0x04);
    expect(journal.messages()).toEqual([]);
  });

  it('writes a message down, answers with its id and sends its receipts', async () => {
    const [session] = await bind();
    behave({});
    const receipts = receiptsOf(session);
    const { message_id: id } = await ask(session, 'submit_sm', message('【潍坊审批服务】您好'));
    await sleep(50);
    expect(receipts.map(({ message_state }) => message_state)).toEqual([1, 2]);
    expect(receipts[1]?.short_message?.message).toMatch(
      new RegExp(`^id:${id} sub:001 dlvrd:001 .* stat:DELIVRD err:000`),
    );
    expect(journal.messages(MOBILE)).toMatchObject([
      { to: MOBILE, signature: '潍坊审批服务', text: '【潍坊审批服务】您好', ids: [id], state: 'DELIVRD' },
    ]);
  });

  it('joins the segments of a long text in whatever order they come, a character cut in two included', async () => {
    const [session] = await bind();
    const bytes = Buffer.from('第一段😀第二段', 'utf16le').swap16();
    const part = (number: number, cut: Buffer) =>
      message('', { esm_class: 0x40, short_message: { udh: Buffer.from([5, 0, 3, 7, 2, number]), message: cut } });
    const border = 8; // between the two halves of the emoji
    await ask(session, 'submit_sm', part(2, bytes.subarray(border)));
    expect(journal.messages()).toMatchObject([{ segments: { arrived: 1, total: 2 } }]);
    await ask(session, 'submit_sm', part(1, bytes.subarray(0, border)));
    expect(journal.messages()).toMatchObject([{ text: '第一段😀第二段', segments: { arrived: 2, total: 2 } }]);
    await ask(session, 'submit_sm', part(1, bytes.subarray(0, border)));
    expect(journal.messages()).toHaveLength(2);
  });

  it('takes a text from the message_payload parameter', async () => {
    const [session] = await bind();
    await ask(session, 'submit_sm', message('', { message_payload: { message: '很长的正文' } }));
    expect(journal.messages()).toMatchObject([{ text: '很长的正文' }]);
  });

  it('cannot deliver to numbers that end in 0404', async () => {
    const [session] = await bind();
    centre.behaviour = { ...USUAL, rules: USUAL.rules.map((rule) => ({ ...rule, delayMs: 1 })) };
    await ask(session, 'submit_sm', message('您好', { destination_addr: '19900000404' }));
    await sleep(50);
    expect(journal.messages()).toMatchObject([{ state: 'UNDELIV' }]);
  });

  it('refuses by rule and leaves no trace of what it refused', async () => {
    const [session] = await bind();
    behave({ suffix: '1', submit: 'throttled' });
    expect((await ask(session, 'submit_sm', message('您好'))).command_status).toBe(0x58);
    expect(journal.messages()).toEqual([]);
    const another = { destination_addr: '19900000002', registered_delivery: 0 };
    const other = await ask(session, 'submit_sm', message('您好', another));
    expect(other.command_status).toBe(0);
  });

  it('can close the connection instead of answering, having taken the message', async () => {
    const [session] = await bind();
    behave({ submit: 'drop' });
    session.submit_sm(message('您好'));
    await once(session, 'close');
    expect(journal.messages()).toHaveLength(1);
  });

  it('can send a receipt before the answer, twice, and with its id in hexadecimal', async () => {
    const [session] = await bind();
    behave({ receipts: ['DELIVRD'], delayMs: 0, copies: 2, receiptId: 'hexadecimal' });
    const order: string[] = [];
    session.on('pdu', ({ command }: Pdu) => order.push(command));
    const receipts = receiptsOf(session);
    const { message_id: id } = await ask(session, 'submit_sm', message('您好'));
    expect(order).toEqual(['deliver_sm', 'deliver_sm', 'submit_sm_resp']);
    expect(receipts[0]?.receipted_message_id).toBe(Number(id).toString(16).toUpperCase());
  });

  it('keeps receipts for the next sign-in', async () => {
    const [session] = await bind();
    behave({ receipts: ['DELIVRD'], delayMs: 20 });
    await ask(session, 'submit_sm', message('您好'));
    session.destroy();
    await sleep(60);
    const next = await open();
    const receipts = receiptsOf(next);
    await ask(next, 'bind_transceiver', { system_id: SIGN_IN.systemId, password: SIGN_IN.password });
    await sleep(20);
    expect(receipts).toHaveLength(1);
  });

  it('sends a receipt again that was refused, and one whose session ended without an answer to the next', async () => {
    const [session] = await bind();
    behave({ receipts: ['DELIVRD'] });
    await ask(session, 'submit_sm', message('您好'));
    const [first] = (await once(session, 'deliver_sm')) as [Pdu];
    session.send(first.response({ command_status: 0x64 }));
    await once(session, 'deliver_sm');
    session.destroy();
    await sleep(20);
    const next = await open();
    const receipts = receiptsOf(next);
    await ask(next, 'bind_transceiver', { system_id: SIGN_IN.systemId, password: SIGN_IN.password });
    await sleep(20);
    expect(receipts).toHaveLength(1);
  });

  it('knows all of it again from its log file, and goes on counting', async () => {
    const [session] = await bind();
    behave({});
    await ask(session, 'submit_sm', message('您好'));
    await sleep(50);
    const reopened = new Journal(file);
    expect(reopened.messages()).toEqual(journal.messages());
    expect(reopened.nextId()).toBe('1000000002');
  });

  it('shows a text as text, whatever stands in it', async () => {
    const [session] = await bind();
    await ask(session, 'submit_sm', message('【签名】<script>alert(1)</script>'));
    const html = page(journal.messages(), '"><b>');
    expect(html).toContain('<span class="signature">【签名】</span>&lt;script&gt;');
    expect(html).not.toMatch(/<script|<b>/);
  });
});
