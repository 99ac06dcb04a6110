import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from './client.js';
import { setLost } from './connection.js';
import { readSession } from './session.js';

const AGAIN_MS = 2_000;
const GATHER_MS = 250;

/** Lines of an event stream (text/event-stream) as the names of its events. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) yield /^event: ?(.*)$/m.exec(part)?.[1] ?? 'message';
  }
}

/**
 * What other people change appears without reload: the gateway tells that something changed, never what, and the page
 * asks again under its own scope. `cases`: the ids on the page; an empty list hears of the reader's queues.
 */
export function useLive(cases: string[]): void {
  const queries = useQueryClient();
  const watched = [...cases].sort().join('&case=');
  useEffect(() => {
    const ended = new AbortController();
    let due: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(due);
      due = setTimeout(() => void queries.invalidateQueries(), GATHER_MS);
    };
    const path = `/api/v1/live?${watched ? `case=${watched}` : 'queue=1'}`;
    void listen({ path, refresh, signal: ended.signal });
    return () => {
      clearTimeout(due);
      ended.abort();
    };
  }, [queries, watched]);
}

interface Listening {
  path: string;
  refresh: () => void;
  signal: AbortSignal;
}

/** Listens until it is told to end; after every gap everything is asked again, because something may have been missed. */
async function listen({ path, refresh, signal }: Listening): Promise<void> {
  for (let first = true; !signal.aborted; first = false) {
    try {
      for await (const event of eventsOf(await open(path, signal))) {
        if (event === 'changed' || (event === 'hello' && !first)) refresh();
      }
    } catch (error) {
      if (signal.aborted) return;
      setLost(!(error instanceof Closed));
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The gateway answers, but has no stream for this page now. */
class Closed extends Error {}

async function open(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers = { authorization: `Bearer ${readSession()?.accessToken ?? ''}` };
  const response = await fetch(path, { headers, signal });
  if (response.ok && response.body) {
    setLost(false);
    return response.body;
  }
  // An expired token is renewed by the ordinary way of a request.
  if (response.status === 401) await client.raw('GET', '/api/v1/me');
  throw new Closed(String(response.status));
}
