import type { ServerResponse } from 'node:http';

/** Owners make their copies from the same fact: who asks again at once would be shown the state before it. */
const SETTLE_MS = 600;
/** Bytes that may wait for a client before it counts as gone. */
const MOST_WAITING = 64 * 1024;
/** Milliseconds after which a client that lost its stream asks for another. */
const RETRY_MS = 2_000;

/** Server-sent events on one response. News of a moment are sent together, the same news once. */
export class EventStream {
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly response: ServerResponse) {
    response.on('close', () => clearTimeout(this.timer));
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** From now on everything is heard; what was before is for the client to ask. */
  hello(): void {
    this.write(frame('hello', {}));
  }

  ping(): void {
    this.write(': ping\n\n');
  }

  tell(event: string, data: object): void {
    this.waiting.add(frame(event, data));
    this.timer ??= setTimeout(() => this.flush(), SETTLE_MS);
  }

  end(): void {
    clearTimeout(this.timer);
    this.response.end();
  }

  private flush(): void {
    this.timer = undefined;
    this.write([...this.waiting].join(''));
    this.waiting.clear();
  }

  private write(text: string): void {
    if (this.response.writableEnded) return;
    // It reads too slowly to be worth what it keeps waiting here: it comes again and asks for everything.
    if (this.response.writableLength > MOST_WAITING) this.response.destroy();
    else this.response.write(text);
  }
}

const frame = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
