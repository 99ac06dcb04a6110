import { randomBytes, randomUUID } from 'node:crypto';
import { Refused, Unreachable, routeOf } from '#libs/client/client.js';
import type { Client } from '#libs/client/client.js';
import type { Operation, Output, RawInput } from '#libs/contracts/define.js';
import type { Cast, Role } from './cast.js';
import type { Intent, Journal } from './journal.js';
import { kindOf } from './operations.js';
import type { Kind, Plan, Source } from './operations.js';

/** Longer than the gateway waits for an owner before it answers 202. */
const PATIENCE_MS = 15_000;

/** Sends requests for the driver and for the settling afterwards: intent first, then the request, then its answer. */
export class Caller implements Source {
  private count = 0;

  constructor(
    readonly cast: Cast,
    readonly journal: Journal,
    /** Begins every mark: lower-case letters and digits, unlike those of any other fault on this platform. */
    readonly series: string,
  ) {}

  nextMark(): string {
    this.count += 1;
    return `${this.series}-${String(this.count).padStart(5, '0')}`;
  }

  intend(kind: Kind, mark: string, { input, version }: Plan): Intent {
    const intent = {
      mark,
      operation: kind.contract.name,
      trace: randomBytes(16).toString('hex'),
      idempotencyKey: randomUUID(),
      caller: kind.role,
      input,
      version: version ?? null,
    };
    this.journal.intend(intent);
    return intent;
  }

  /** One read, not written down; throws Unreachable or Refused. An arrow, because plans take it off this object. */
  readonly read = async <C extends Operation>(role: Role, contract: C, input: RawInput<C>): Promise<Output<C>> => {
    const { method, path } = routeOf(contract, input as Record<string, unknown>);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { status, body } = await this.cast.client(role).raw(method, path, { signal });
    if (status === 200) return contract.output.parse(body) as Output<C>;
    throw new Refused(status, text((body as { code?: unknown } | null)?.code) ?? '', contract.name, {});
  };

  /** Sends an intent once, for the first time or again, hangs up after `patienceMs`, and writes down what came back; never throws. */
  async send(intent: Intent, patienceMs = PATIENCE_MS): Promise<number | null> {
    const { method, path, rest } = routeOf(kindOf(intent.operation).contract, intent.input);
    const headers = {
      'idempotency-key': intent.idempotencyKey,
      traceparent: `00-${intent.trace}-${intent.trace.slice(0, 16)}-01`,
      ...(intent.version === null ? {} : { 'if-match': `"${intent.version}"` }),
    };
    return await this.ask(intent, method, path, { body: rest, headers, signal: AbortSignal.timeout(patienceMs) });
  }

  /** Asks what became of an intent that was answered with 202. */
  async follow(intent: Intent, location: string): Promise<number | null> {
    return await this.ask(intent, 'GET', location, { signal: AbortSignal.timeout(PATIENCE_MS) });
  }

  private async ask(intent: Intent, method: string, path: string, init: Init): Promise<number | null> {
    const { mark } = intent;
    try {
      const client = this.cast.client(intent.caller as Role);
      const { status, headers, body } = await client.raw(method, path, init);
      const { code, id } = (body ?? {}) as { code?: unknown; id?: unknown };
      this.journal.answer({
        at: new Date(),
        mark,
        status,
        code: text(code),
        id: text(id),
        location: headers.get('location'),
      });
      return status;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.journal.answer({ at: new Date(), mark, status: null, code: null, id: null, location: null });
      return null;
    }
  }
}

type Init = NonNullable<Parameters<Client['raw']>[2]>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
