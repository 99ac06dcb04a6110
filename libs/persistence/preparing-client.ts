import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { ClientConfig } from 'pg';

type Send = (text: unknown, values?: unknown, callback?: unknown) => unknown;

const REPEATED = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/;
/** Statements whose text is another every time must not fill the server's memory. */
const MOST_NAMES = 400;
const names = new Map<string, string | null>();
let prepared = 0;

/** A name from the second time on; what is said once is not worth preparing. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (typeof known === 'string') return known;
  if (known === undefined && names.size >= MOST_NAMES) return null;
  if (known === undefined) {
    names.set(text, null);
    return null;
  }
  prepared += 1;
  names.set(text, `s${prepared}`);
  return `s${prepared}`;
}

interface Connected {
  connection: { stream: Duplex };
}

/**
 * A client that has the server parse and plan each statement with parameters once a connection, whoever sends it, and
 * that sends what one turn of the event loop asks for in one packet: system calls are most of what a statement costs.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Send;
    const query: Send = (text, values, callback) => {
      this.holdBack();
      const name = typeof text === 'string' && Array.isArray(values) && REPEATED.test(text) ? nameOf(text) : null;
      return name === null ? send(text, values, callback) : send({ name, text, values }, callback);
    };
    this.query = query as typeof this.query;
  }

  private holdBack(): void {
    const { stream } = (this as unknown as Connected).connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    setImmediate(() => stream.uncork());
  }
}
