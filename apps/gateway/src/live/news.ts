import { z } from 'zod';

const Told = z.object({ type: z.string(), subject: z.string(), data: z.record(z.string(), z.unknown()) });

/** What a fact says to those who watch: what has changed, and whom it names. */
export interface News {
  /** As `case`: the aggregate of `case.applied`. */
  stream: string;
  id: string;
  type: string;
  /** The case or the project it belongs to; undefined = neither. */
  about: unknown;
  named: Set<string>;
}

/** Null of a record that is no fact: whoever would apply it reports it. */
export function newsOf(fact: unknown): News | null {
  const told = Told.safeParse(fact);
  if (!told.success) return null;
  const { type, subject: id, data } = told.data;
  const about = data['caseId'] ?? data['projectId'];
  return { stream: type.slice(0, type.indexOf('.')), id, type, about, named: new Set(stringsIn(data)) };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
