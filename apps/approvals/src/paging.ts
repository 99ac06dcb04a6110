import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export interface Paging {
  page: number;
  pageSize: number;
}

/** One page of a query and the count of all its rows; `view` turns the rows of the page into what is answered. */
export async function paged<T extends ObjectLiteral, V>(
  query: SelectQueryBuilder<T>,
  { page, pageSize }: Paging,
  view: (rows: T[]) => Promise<V[]>,
): Promise<{ items: V[]; total: number; page: number; pageSize: number }> {
  const [rows, total] = await query
    .offset((page - 1) * pageSize)
    .limit(pageSize)
    .getManyAndCount();
  return { items: await view(rows), total, page, pageSize };
}

/** The pattern of ILIKE for text that contains `part`, whatever characters it has. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
