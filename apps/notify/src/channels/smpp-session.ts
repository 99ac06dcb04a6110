import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { connect } from 'smpp';
import type { Pdu, Session } from 'smpp';
import { Pace, backOffMs } from './pace.js';
import { readReceipt } from './receipts.js';
import type { CentreReceipt } from './receipts.js';
import { concatenationHeader } from './segments.js';

export interface SmppOptions {
  host: string;
  port: number;
  systemId: string;
  password: string;
  /** The number messages come from. */
  source: string;
  /** Submits without an answer at a time. */
  window: number;
  /** Submits a second. */
  throughput: number;
  answerWithinMs: number;
  enquireEveryMs: number;
  log: Logger;
  /** Acknowledged to the centre when it resolves; when it rejects, the centre is asked to send the receipt again. */
  onReceipt: (receipt: CentreReceipt) => Promise<void>;
}

export interface Segment {
  mobile: string;
  text: string;
  part: number;
  parts: number;
  /** Sixteen bits, the same when the segment is submitted again. */
  reference: number;
}

/** `unsent`: the centre cannot have it; `unknown`: it may have it, no answer came. `busy`: to be tried again later. */
export type Submitted =
  { kind: 'accepted'; id: string } | { kind: 'refused'; status: number } | { kind: 'busy' | 'unsent' | 'unknown' };

// SMPP 3.4, 5.1.3.
const OK = 0x00;
const BUSY = [0x08, 0x14, 0x58]; // system error, queue full, throttled
const TRY_RECEIPT_AGAIN = 0x64;
const UCS2 = 0x08;
const REPORT_EVERY_END = 1;
/** Three days, the time within which a receipt is waited for. */
const VALID_FOR = '000003000000000R';

/** One SMPP 3.4 transceiver session that is opened again whenever it is lost. */
export class SmppSession {
  private readonly pace: Pace;
  private readonly open = new Set<(pdu: Pdu | null) => void>();
  private readonly ending = new AbortController();
  private session: Session | undefined;
  private done: Promise<void> | undefined;
  bound = false;

  constructor(private readonly options: SmppOptions) {
    this.pace = new Pace(options.window, options.throughput);
  }

  start(): void {
    this.done = this.keepOpen();
  }

  /** Answers that are still out are not waited for. */
  async stop(): Promise<void> {
    this.ending.abort();
    if (this.bound) this.session?.unbind({});
    this.session?.close();
    await this.done;
  }

  async submit(segment: Segment): Promise<Submitted> {
    return await this.pace.run(async () => {
      const { session } = this;
      if (!this.bound || !session) return { kind: 'unsent' };
      const answer = await this.ask((respond) => session.submit_sm(this.pdu(segment), respond));
      if (answer === 'unsent') return { kind: 'unsent' };
      return answer ? this.read(answer) : { kind: 'unknown' };
    });
  }

  private read({ command_status: status, message_id: id = '' }: Pdu): Submitted {
    if (BUSY.includes(status)) {
      this.pace.slowDown();
      return { kind: 'busy' };
    }
    this.pace.accepted();
    return status === OK ? { kind: 'accepted', id } : { kind: 'refused', status };
  }

  private pdu({ mobile, text, part, parts, reference }: Segment): Record<string, unknown> {
    const header = parts > 1 ? { udh: concatenationHeader(reference, parts, part) } : {};
    return {
      source_addr: this.options.source,
      destination_addr: mobile,
      data_coding: UCS2,
      registered_delivery: REPORT_EVERY_END,
      validity_period: VALID_FOR,
      user_message_reference: reference,
      short_message: { message: text, ...header },
    };
  }

  /** The answer to one request; null when none comes in time or the session is lost first. */
  private async ask(send: (respond: (pdu: Pdu) => void) => boolean): Promise<Pdu | null | 'unsent'> {
    return await new Promise((resolve) => {
      const settle = (pdu: Pdu | null): void => {
        clearTimeout(timer);
        this.open.delete(settle);
        resolve(pdu);
      };
      const timer = setTimeout(() => settle(null), this.options.answerWithinMs);
      this.open.add(settle);
      if (send(settle)) return;
      settle(null);
      resolve('unsent');
    });
  }

  private async keepOpen(): Promise<void> {
    for (let failures = 0; !this.ending.signal.aborted;) {
      const wasBound = await this.openOnce();
      failures = wasBound ? 1 : failures + 1;
      await sleep(backOffMs(failures), undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** One connection from its beginning to its end; whether the centre let us in. */
  private async openOnce(): Promise<boolean> {
    const { host, port, log, enquireEveryMs } = this.options;
    const session = connect({ host, port });
    this.session = session;
    let wasBound = false;
    const enquiring = setInterval(() => void this.enquire(session), enquireEveryMs);
    const connecting = setTimeout(() => session.destroy(), this.options.answerWithinMs);
    session.on('connect', () => {
      clearTimeout(connecting);
      void this.bind(session).then((bound) => (wasBound = bound));
    });
    // The package reads nothing more after bytes that are no SMPP: only a new connection helps.
    session.on('error', (error: Error) => {
      log.warn({ err: error }, 'SMS centre: connection failed');
      session.destroy();
    });
    this.answer(session);
    await new Promise<void>((resolve) => session.on('close', resolve));
    clearInterval(enquiring);
    clearTimeout(connecting);
    this.bound = false;
    for (const settle of this.open) settle(null);
    return wasBound;
  }

  private async bind(session: Session): Promise<boolean> {
    const { systemId: system_id, password, log } = this.options;
    const given = { system_id, password, interface_version: 0x34 };
    const answer = await this.ask((respond) => session.bind_transceiver(given, respond));
    this.bound = answer !== null && answer !== 'unsent' && answer.command_status === OK;
    if (this.bound) return true;
    log.error(
      { status: answer === null || answer === 'unsent' ? answer : answer.command_status },
      'SMS centre: bind refused',
    );
    session.destroy();
    return false;
  }

  private async enquire(session: Session): Promise<void> {
    if (!this.bound) return;
    const answer = await this.ask((respond) => session.enquire_link({}, respond));
    if (answer === null || answer === 'unsent') session.destroy();
  }

  /** What the centre asks of us. A listener that throws would stop the package's reading for good. */
  private answer(session: Session): void {
    session.on('deliver_sm', (pdu: Pdu) => void this.take(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unknown', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
  }

  private async take(session: Session, pdu: Pdu): Promise<void> {
    const receipt = readReceipt(pdu);
    try {
      if (receipt) await this.options.onReceipt(receipt);
      session.send(pdu.response());
    } catch (error) {
      this.options.log.error({ err: error }, 'receipt not stored');
      session.send(pdu.response({ command_status: TRY_RECEIPT_AGAIN }));
    }
  }
}
