import type { Entry } from './model.js';

type Link = Pick<Entry, 'itemCode' | 'prerequisites'>;

const waitsFor = ({ prerequisites }: Link): string[] => prerequisites.flat();

/** Everything that must come before an item, near and far. */
export function before(entries: readonly Link[], code: string): Set<string> {
  const byCode = new Map(entries.map((entry) => [entry.itemCode, entry]));
  return reached(code, (one) => {
    const entry = byCode.get(one);
    return entry ? waitsFor(entry) : [];
  });
}

/** Everything that waits for an item, near and far. */
export const after = (entries: readonly Link[], code: string): Set<string> =>
  reached(code, (one) => nextOf(entries, one));

export const nextOf = (entries: readonly Link[], code: string): string[] =>
  entries.filter((entry) => waitsFor(entry).includes(code)).map(({ itemCode }) => itemCode);

function reached(code: string, step: (code: string) => string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [code];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
    for (const next of step(one)) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  return found;
}
