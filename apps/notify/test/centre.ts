import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'smpp';
import type { Pdu, Session } from 'smpp';

export type Answer = (session: Session, pdu: Pdu, id: string) => void;

/** Takes the submit and says so. */
export const accept: Answer = (session, pdu, id) => void session.send(pdu.response({ message_id: id }));

export const refuseWith =
  (command_status: number): Answer =>
  (session, pdu) =>
    void session.send(pdu.response({ command_status }));

/** Takes the submit and loses the connection before it can say so. */
export const drop: Answer = (session) => session.destroy();

/** Takes the submit and never answers. */
export const silent: Answer = () => undefined;

export const sendReceipt = (session: Session, id: string, stat: string): void =>
  void session.deliver_sm({ esm_class: 0x04, short_message: `id:${id} sub:001 dlvrd:001 stat:${stat} err:000 text:` });

/** An SMS centre whose next answers a test decides; afterwards it accepts everything. */
export class Centre {
  readonly submits: Pdu[] = [];
  readonly acknowledged: number[] = [];
  readonly next: Answer[] = [];
  bindStatus = 0;
  binds = 0;
  session: Session | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Centre> {
    const server = createServer((session) => centre.serve(session));
    const centre = new Centre(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return centre;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The texts that arrived, in order; what was submitted twice is here twice. */
  get texts(): string[] {
    return this.submits.map(({ short_message }) => String(short_message?.message));
  }

  async close(): Promise<void> {
    this.session?.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(session: Session): void {
    session.on('error', () => session.destroy());
    session.on('bind_transceiver', (pdu: Pdu) => {
      this.binds += 1;
      this.session = session;
      session.send(pdu.response({ command_status: this.bindStatus }));
    });
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
    session.on('deliver_sm_resp', (pdu: Pdu) => this.acknowledged.push(pdu.command_status));
    session.on('submit_sm', (pdu: Pdu) => {
      this.submits.push(pdu);
      const answer = this.next.shift() ?? accept;
      answer(session, pdu, String(1_000_000_000 + this.submits.length));
    });
  }
}

/** Waits until `condition` holds; fails after 15 seconds of real time. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in 15 seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
