import { containing } from '../paging.js';

// People search by parts of words, two Chinese characters are enough: the bigrams of these texts have GIN indexes, made
// of the same expressions by the migration.
const PROJECT = "(p.name || ' ' || p.number || ' ' || coalesce(p.project_code, ''))";
const UNIT = 'u.name';

/** By the index first, then exactly. */
const contains = (words: string): string => `bigrams(${words}) @> bigrams(:sought) AND ${words} ILIKE :containing`;

/** Ids of the projects with what is sought in name, number or code, in parentheses as IN takes them. */
export const NAMED_PROJECTS = `(SELECT p.id FROM project p WHERE ${contains(PROJECT)})`;

/** Ids of the units with what is sought in their name. */
export const NAMED_UNITS = `(SELECT u.id FROM unit u WHERE ${contains(UNIT)})`;

/** Ids of projects that are named so or whose unit is. */
export const PROJECTS_BY_NAME = `(${NAMED_PROJECTS} UNION SELECT p.id FROM project p WHERE p.unit_id IN ${NAMED_UNITS})`;

/** The parameters of the conditions above; at least two characters. */
export const soughtBy = (q: string): { sought: string; containing: string } => ({
  sought: q,
  containing: containing(q),
});
