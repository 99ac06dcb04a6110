export interface Difference<T> {
  field: keyof T & string;
  mine: unknown;
  theirs: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the writer changed and somebody else changed too, otherwise: only there is a choice to make. */
export function differences<T extends object>(seen: T, mine: Partial<T>, theirs: T): Difference<T>[] {
  return (Object.keys(mine) as (keyof T & string)[])
    .filter((field) => !same(mine[field], seen[field]) && !same(theirs[field], seen[field]))
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
}

/** Only what the writer really changed goes out, so that nobody else's change is taken back by a field left as it was. */
export function changesOf<T extends object>(seen: T, mine: Partial<T>): Partial<T> {
  const fields = (Object.keys(mine) as (keyof T)[]).filter((field) => !same(mine[field], seen[field]));
  return Object.fromEntries(fields.map((field) => [field, mine[field]])) as Partial<T>;
}
