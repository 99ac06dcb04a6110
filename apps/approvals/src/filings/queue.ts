import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Principal } from '#libs/identity/principal.js';

/** Keeps a queue to the body that is asked for, and that of a department to its own; the rows have both of their bodies. */
export function onlyOfBody<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  asked: string | undefined,
  { departmentCode }: Pick<Principal, 'departmentCode'>,
): void {
  const handledBy = (name: string) => `:${name} IN (${query.alias}.handling_body, ${query.alias}.legal_body)`;
  if (asked !== undefined) query.andWhere(handledBy('askedBody'), { askedBody: asked });
  if (departmentCode !== null) query.andWhere(handledBy('ownBody'), { ownBody: departmentCode });
}
