import { EventEmitter, once } from 'node:events';
import { testPlatformUrl } from '#libs/testing/config.js';

interface Heard {
  event: string;
  data: Record<string, string>;
}

/** One live stream as a browser reads it: by fetch, with its token in a header. */
export class Listener {
  readonly heard: Heard[] = [];
  private readonly news = new EventEmitter();
  private readonly ending = new AbortController();
  readonly ended: Promise<void>;

  private constructor(body: ReadableStream<Uint8Array>) {
    this.ended = this.read(body);
  }

  static request(token: string, query: string, signal?: AbortSignal): Promise<Response> {
    const headers = { authorization: `Bearer ${token}` };
    return fetch(`${testPlatformUrl()}/api/v1/live${query}`, { headers, ...(signal ? { signal } : {}) });
  }

  /** Ready: it has heard `hello`. */
  static async open(token: string, query: string): Promise<Listener> {
    const { body, status } = await Listener.request(token, query);
    if (!body || status !== 200) throw new Error(`no stream: ${status}`);
    const listener = new Listener(body);
    await listener.hears((event) => event.event === 'hello');
    return listener;
  }

  async hears(wanted: (event: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const found = this.heard.find(wanted);
      if (found) return found;
      await once(this.news, 'heard', { signal: AbortSignal.timeout(20_000) });
    }
  }

  close(): void {
    this.ending.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    this.ending.signal.addEventListener('abort', () => void reader.cancel());
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const frames = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) this.take(frame);
    }
  }

  private take(frame: string): void {
    const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(frame) ?? [];
    if (!event || !data) return;
    this.heard.push({ event, data: JSON.parse(data) as Record<string, string> });
    this.news.emit('heard');
  }
}
