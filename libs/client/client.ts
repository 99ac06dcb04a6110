import type { Http, Operation, Output, RawInput } from '#libs/contracts/define.js';
import type { signIn } from '#libs/contracts/gateway.js';

/**
 * What the client needs of a contract: the contract itself, whose answer is then checked, or its route alone where
 * every kilobyte counts (apps/web/src/api/operations.ts is made of these).
 */
export interface Callable<C extends Operation = Operation> {
  kind: C['kind'];
  name: string;
  http: Http | null;
  ifMatch?: boolean;
  output?: { parse: (body: unknown) => unknown };
  /** Never set: it carries the contract's type. */
  readonly of?: C;
}

const SIGN_IN: Callable<typeof signIn> = { kind: 'command', name: 'gateway.sign-in', http: ['POST', '/sessions'] };

/** An answer that is no success: the platform's code, the sentence for people, the status and the trace number. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
    readonly body: {
      traceId?: string;
      errors?: { pointer: string; detail: string }[];
      params?: Record<string, unknown>;
    },
  ) {
    super(
      `${status} ${code}: ${sentence}${(body.errors ?? []).map(({ pointer, detail }) => `\n  ${pointer} ${detail}`).join('')}`,
    );
    this.name = 'Refused';
  }
}

/** No answer, or one that broke off: whether the request arrived is not known. */
export class Unreachable extends Error {}

const unreachable = (cause: unknown): never => {
  throw new Unreachable('the gateway cannot be reached', { cause });
};

export interface Asked {
  idempotencyKey?: string;
  /** The version that was seen, for `If-Match`. */
  version?: number;
  locale?: 'zh' | 'en';
}

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

interface Reply {
  status: number;
  headers: Headers;
  body: unknown;
}

/**
 * The typed client of the gateway, made from the contracts. It waits out what is only slow: a 202 is followed to its
 * end, 503 is asked again under the same key and `not_yet_known` under the next, so that nothing happens twice.
 */
export class Client {
  private token: string | null = null;

  /** @param patience how often an unreachable or overloaded gateway is asked before it is given up, at most 1 s apart */
  constructor(
    readonly url: string,
    private readonly patience = 60,
  ) {}

  /** A client that is signed in. */
  static async signIn(url: string, username: string, password: string): Promise<Client> {
    const client = new Client(url);
    const { accessToken } = await client.call(SIGN_IN, { username, password });
    client.token = accessToken;
    return client;
  }

  withToken(token: string): this {
    this.token = token;
    return this;
  }

  call<C extends Operation>(contract: C, input: RawInput<C>, asked?: Asked): Promise<Output<C>>;
  call<C extends Operation>(contract: Callable<C>, input: RawInput<C>, asked?: Asked): Promise<Output<C>>;
  async call(contract: Callable, input: Record<string, unknown>, asked: Asked = {}): Promise<unknown> {
    const key = asked.idempotencyKey ?? newKey();
    let refusals = 0;
    for (let attempt = 1; ; attempt += 1) {
      // A refusal is stored under its key for good, `not_yet_known` too: the next try needs the next key.
      const idempotencyKey = refusals === 0 ? key : `${key}.${refusals}`;
      const reply = await this.reach(() => this.send(contract, input, { ...asked, idempotencyKey }), attempt);
      if (reply) {
        const settled = reply.status === 202 ? await this.follow(reply) : reply;
        if (settled.status === 202)
          throw new Refused(202, 'pending', '仍在办理,请稍后以同一 Idempotency-Key 再次提交。', {});
        if (settled.status < 300) return contract.output ? contract.output.parse(settled.body) : settled.body;
        if (!isPassing(settled) || attempt >= this.patience) throw refusedBy(settled);
        if (codeOf(settled) === 'not_yet_known') refusals += 1;
      }
      await pause(Math.min(1, attempt * 0.1));
    }
  }

  async upload(
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<{ fileId: string; sha256: string; size: number; type: string; name: string }> {
    const form = new FormData();
    form.set('file', new Blob([bytes]), name);
    const headers = { ...this.authorization() };
    const response = await fetch(`${this.url}/api/v1/files`, { method: 'POST', headers, body: form });
    const reply = { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
    if (reply.status !== 201) throw refusedBy(reply);
    return reply.body as { fileId: string; sha256: string; size: number; type: string; name: string };
  }

  /** One request as it is, for what the contracts do not describe. */
  async raw(
    method: string,
    path: string,
    init: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ): Promise<Reply> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...this.authorization(),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      ...(init.signal ? { signal: init.signal } : {}),
    }).catch(unreachable);
    const text = await response.text().catch(unreachable);
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: json ? (JSON.parse(text) as unknown) : text };
  }

  private async send(contract: Callable, input: Record<string, unknown>, asked: Asked): Promise<Reply> {
    const { method, path, rest } = routeOf(contract, input);
    const headers = {
      'accept-language': asked.locale ?? 'zh',
      ...(asked.idempotencyKey && contract.kind === 'command' ? { 'idempotency-key': asked.idempotencyKey } : {}),
      ...(asked.version !== undefined && contract.ifMatch ? { 'if-match': `"${asked.version}"` } : {}),
    };
    if (method === 'GET') return await this.raw(method, `${path}${queryString(rest)}`, { headers });
    return await this.raw(method, path, { headers, body: rest });
  }

  /** Null when the gateway cannot be reached at all: it may be starting again. */
  private async reach(send: () => Promise<Reply>, attempt: number): Promise<Reply | null> {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Unreachable) || attempt >= this.patience) throw error;
      return null;
    }
  }

  private async follow(first: Reply): Promise<Reply> {
    const location = first.headers.get('location');
    if (!location) throw new Error('202 without a location');
    for (let attempt = 1; attempt <= this.patience; attempt += 1) {
      await pause(Number(first.headers.get('retry-after') ?? 1));
      const reply = await this.reach(() => this.raw('GET', location), attempt);
      if (reply && reply.status !== 202 && reply.status !== 503) return reply;
    }
    return first;
  }

  protected authorization(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }
}

/** Method and path of a request, and what of its input the path does not say. */
export function routeOf(contract: Callable, input: Record<string, unknown>) {
  if (!contract.http) throw new Error(`${contract.name} has no route`);
  const [method, template] = contract.http;
  const rest = { ...input };
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  return { method, path: `/api/v1${path}`, rest };
}

function queryString(fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) for (const one of [value].flat()) query.append(name, String(one));
  }
  return query.size > 0 ? `?${query.toString()}` : '';
}

const codeOf = ({ body }: Reply): string => (body as { code?: string } | null)?.code ?? '';

const isPassing = (reply: Reply): boolean =>
  reply.status === 503 || reply.status === 504 || codeOf(reply) === 'not_yet_known';

function refusedBy(reply: Reply): Refused {
  const body = (reply.body ?? {}) as { title?: string; traceId?: string };
  return new Refused(reply.status, codeOf(reply), body.title ?? '', body);
}

/** 128 random bits; `crypto.randomUUID` exists in a browser behind HTTPS only. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
