import { until } from '../platform/network.js';
import type { World } from './world.js';

export interface Burial {
  service: string;
  topic: string;
  partition: number;
  offset: string;
  fault: string;
}

interface Grave {
  place: string;
  reason: string;
}

const WITHIN_MS = 20_000;
const placeOf = ({ service, topic, partition, offset }: Burial): string => `${service} ${topic}/${partition}@${offset}`;

/** Waits until each of these records is dead in its service with a reason, and no other that should not be; then discards them. */
export async function burials(world: World, expected: readonly Burial[]): Promise<void> {
  const wanted = new Map(expected.map((burial) => [placeOf(burial), burial.fault]));
  let graves: Grave[] = [];
  await until(async () => {
    graves = await dead(world, [...new Set(expected.map(({ service }) => service))]);
    return graves.length >= wanted.size;
  }, WITHIN_MS);
  const found = new Map(graves.map(({ place, reason }) => [place, reason]));
  const missing = [...wanted].filter(([place]) => !found.get(place)).map(([place, fault]) => `${place} (${fault})`);
  const others = graves.filter(({ place }) => !wanted.has(place)).map(({ place, reason }) => `${place}: ${reason}`);
  if (missing.length > 0) throw new Error(`${missing.length} are not dead: ${missing.slice(0, 5).join(', ')}`);
  if (others.length > 0) throw new Error(`dead, and should not be: ${others.slice(0, 5).join(', ')}`);
  for (const service of new Set(expected.map((burial) => burial.service))) {
    await world.sql(
      `UPDATE ${service}.dead_record SET state = 'discarded', resolved_at = now(), resolution = '试验' WHERE resolved_at IS NULL`,
    );
  }
}

async function dead({ sql }: World, services: readonly string[]): Promise<Grave[]> {
  if (services.length === 0) return [];
  const graves = services.map(
    (service) => `SELECT '${service} ' || topic || '/' || partition || '@' || record_offset AS place, reason
      FROM ${service}.dead_record WHERE resolved_at IS NULL`,
  );
  return await sql<Grave & { [key: string]: string }>(graves.join(' UNION ALL '));
}
