import { setTimeout as sleep } from 'node:timers/promises';
import { Fail, fail } from '#libs/contracts/errors.js';

export interface PageAsked {
  page: number;
  pageSize: number;
}

interface Page<T> {
  items: T[];
  total: number;
}

/** Each divides the one before, so that a smaller page can begin where a larger one was to. */
const SIZES = [200, 100, 50, 10, 1];
const TRIES = 3;
const PAUSE_MS = 500;
const ROUNDS = 5;

/**
 * Every row of a list that is read page by page while others change it, each once, at least one batch. A row that leaves
 * the list draws those behind it forward, past the reader: when the total has shrunk the list is read again for what was
 * missed, and a list that keeps shrinking is refused rather than given in part.
 */
export async function* everyRow<T extends { id: string }>(
  ask: (page: PageAsked) => Promise<Page<T>>,
): AsyncGenerator<T[]> {
  const seen = new Set<string>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    let shrunk = false;
    let most = 0;
    for await (const { items, total } of pages(ask)) {
      shrunk ||= total < most;
      most = Math.max(most, total);
      yield items.filter(({ id }) => !seen.has(id));
      for (const { id } of items) seen.add(id);
    }
    if (!shrunk) return;
  }
  throw fail('service_unavailable');
}

/** One reading from the first page to the last. */
async function* pages<T>(ask: (page: PageAsked) => Promise<Page<T>>): AsyncGenerator<Page<T>> {
  let size = 0;
  for (let from = 0; ;) {
    const pageSize = SIZES[size] ?? 1;
    const page = await patiently(() => ask({ page: from / pageSize + 1, pageSize }));
    if (page === 'too large') {
      if (size === SIZES.length - 1) throw fail('payload_too_large', { limit: '512 kB' });
      size += 1;
      continue;
    }
    yield page;
    from += pageSize;
    if (from >= page.total) return;
  }
}

/** An owner that is busy or starting again is asked again; what it refuses is refused. */
async function patiently<T>(ask: () => Promise<T>): Promise<T | 'too large'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Fail)) throw error;
      if (error.code === 'payload_too_large') return 'too large';
      const passing = error.code === 'service_unavailable' || error.code === 'deadline_exceeded';
      if (!passing || attempt >= TRIES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
