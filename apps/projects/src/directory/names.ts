import type { EntityManager } from 'typeorm';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names by department code, item code, institution id or agent id; undefined while its fact has not arrived. */
export type Names = Pick<ReadonlyMap<string, string>, 'get'>;

/** The names of everything that is mentioned among these strings; others are ignored. */
export async function namesOf(em: EntityManager, mentioned: readonly string[]): Promise<Names> {
  const ids = mentioned.filter((word) => UUID.test(word));
  const codes = mentioned.filter((word) => word.length <= 20);
  const rows = await em.query<{ key: string; name: string }[]>(
    `SELECT code AS key, name FROM department WHERE code = ANY ($1)
     UNION ALL SELECT code, name FROM catalogue_item WHERE code = ANY ($1)
     UNION ALL SELECT id, name FROM region WHERE id = ANY ($1)
     UNION ALL SELECT id::text, name FROM institution WHERE id = ANY ($2::uuid[])
     UNION ALL SELECT id::text, name FROM agent WHERE id = ANY ($2::uuid[])`,
    [codes, ids],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Every string inside a value, however deep. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
