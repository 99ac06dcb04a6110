import type { Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'smpp';
import type { Pdu, Session } from 'smpp';
import { STATES, USUAL, receiptId, ruleFor } from './behaviour.js';
import type { Rule, State } from './behaviour.js';
import type { Journal } from './journal.js';
import { concatenationOf, textOf } from './segments.js';

type Receipt = Record<string, unknown>;

interface SignIn {
  systemId: string;
  password: string;
}

/** Statuses of SMPP 3.4, 5.1.3. */
const STATUS = { notBound: 0x04, bindFailed: 0x0d, 'queue-full': 0x14, reject: 0x45, throttled: 0x58 };
const DELIVERY_RECEIPT = 0x04;
const RECEIPT_WANTED = 0x03;
const AGAIN_MS = 1_000;

/** An SMS centre for development: takes what is submitted, writes it down, sends receipts for it. */
export class SmsCentre {
  behaviour = USUAL;
  /** Who is signed in, the latest last: receipts go there. */
  private readonly bound: Session[] = [];
  /** Receipts that came due while nobody was signed in. */
  private readonly waiting: Receipt[] = [];

  constructor(
    private readonly journal: Journal,
    private readonly signIn: SignIn,
  ) {}

  listen(port: number, host: string): Server {
    return createServer((session) => this.serve(session)).listen(port, host);
  }

  private serve(session: Session): void {
    session.setMaxListeners(0); // one for every receipt on its way
    session.on('error', () => session.destroy()); // bytes that are no SMPP; the other side sees the connection close
    session.on('close', () => this.forget(session));
    session.on('bind_transceiver', (pdu: Pdu) => this.bind(session, pdu));
    session.on('submit_sm', (pdu: Pdu) => void this.submit(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unknown', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
  }

  private bind(session: Session, pdu: Pdu): void {
    const known = pdu.system_id === this.signIn.systemId && pdu.password === this.signIn.password;
    if (!known || this.behaviour.bind === 'refuse') {
      session.send(pdu.response({ command_status: STATUS.bindFailed }));
      return session.close();
    }
    this.bound.push(session);
    session.send(pdu.response({ system_id: this.signIn.systemId }));
    for (const receipt of this.waiting.splice(0)) this.deliver(receipt);
  }

  private async submit(session: Session, pdu: Pdu): Promise<void> {
    const { source_addr: from = '', destination_addr: to = '' } = pdu;
    if (!this.bound.includes(session)) return refuse(session, pdu, STATUS.notBound);
    const rule = ruleFor(this.behaviour, to);
    const { submit } = rule;
    if (submit === 'throttled' || submit === 'queue-full' || submit === 'reject')
      return refuse(session, pdu, STATUS[submit]);

    const id = this.journal.nextId();
    const at = new Date().toISOString();
    this.journal.add({ kind: 'segment', at, id, from, to, text: textOf(pdu), concatenation: concatenationOf(pdu) });
    const receipts = (pdu.registered_delivery ?? 0) & RECEIPT_WANTED ? this.sendReceipts(id, pdu, rule) : null;
    if (submit === 'accept') session.send(pdu.response({ message_id: id }));
    if (submit === 'drop') session.destroy();
    await receipts;
  }

  private async sendReceipts(id: string, { source_addr, destination_addr }: Pdu, rule: Rule): Promise<void> {
    const submitted = new Date();
    for (const state of rule.receipts) {
      if (rule.delayMs > 0) await sleep(rule.delayMs);
      this.journal.add({ kind: 'receipt', at: new Date().toISOString(), id, state });
      const written = receiptId(id, rule.receiptId);
      const receipt = {
        esm_class: DELIVERY_RECEIPT,
        source_addr: destination_addr,
        destination_addr: source_addr,
        short_message: receiptText(written, state, submitted),
        receipted_message_id: written,
        message_state: STATES.indexOf(state) + 1,
      };
      for (let copy = 0; copy < rule.copies; copy += 1) this.deliver(receipt);
    }
  }

  /** Until it is taken: again a moment after it was refused, and to whoever is there when a session has ended without an answer. */
  private deliver(receipt: Receipt): void {
    const session = this.bound.at(-1);
    if (!session) return void this.waiting.push(receipt);
    const again = (): void => this.deliver(receipt);
    session.once('close', again);
    session.deliver_sm(receipt, ({ command_status: refused }) => {
      session.off('close', again);
      if (refused) setTimeout(again, AGAIN_MS).unref();
    });
  }

  private forget(session: Session): void {
    const at = this.bound.indexOf(session);
    if (at >= 0) this.bound.splice(at, 1);
  }
}

function refuse(session: Session, pdu: Pdu, status: number): void {
  session.send(pdu.response({ command_status: status }));
}

/** The customary text of a receipt (SMPP 3.4, appendix B). */
export function receiptText(id: string, state: State, submitted: Date): string {
  const minute = (date: Date) => date.toISOString().replace(/\D/g, '').slice(2, 12);
  const delivered = state === 'DELIVRD' ? '001' : '000';
  const error = state === 'UNDELIV' || state === 'REJECTD' ? '001' : '000';
  const dates = `submit date:${minute(submitted)} done date:${minute(new Date())}`;
  return `id:${id} sub:001 dlvrd:${delivered} ${dates} stat:${state} err:${error} text:`;
}
