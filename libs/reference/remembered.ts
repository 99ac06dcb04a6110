import type { DataSource, EntityManager } from 'typeorm';

interface Memory {
  value: unknown;
  until: number;
}

/** An import is seen by every instance within this time. */
const KEEP_MS = 60_000;
/** So long others go on with what is known while one reads it anew. */
const READ_MS = 2_000;
const memories = new WeakMap<DataSource, Map<string, Memory>>();

/** Reference data is read by every command and changed a few times a year: what was read is good for a minute. */
export async function remembered<T>(
  em: EntityManager,
  name: string,
  read: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const memory = memories.get(em.dataSource) ?? new Map<string, Memory>();
  memories.set(em.dataSource, memory);
  const now = performance.now();
  const known = memory.get(name);
  if (known && known.until > now) return known.value as T;
  if (known) known.until = now + READ_MS;
  // On the caller's own connection: with one of the pool's, callers that hold them all would wait for each other.
  const value = await read(em);
  for (const [old, { until }] of memory) if (until <= now) memory.delete(old);
  memory.set(name, { value, until: now + KEEP_MS });
  return value;
}

/** After a change made in this process, which must be seen here at once. */
export const forgetReference = (em: EntityManager): boolean => memories.delete(em.dataSource);
