import fc from 'fast-check';
import { findCycle } from './cycle.js';

const SIZE = 8;
const graphs = fc.array(fc.array(fc.nat(SIZE - 1), { maxLength: 3 }), { minLength: SIZE, maxLength: SIZE });
const codes = Array.from({ length: SIZE }, (_, index) => String(index));
const nextIn = (graph: number[][]) => (code: string) => (graph[Number(code)] ?? []).map(String);

describe('findCycle', () => {
  it('returns a closed path of real edges, or every code can be put after what it waits for', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const next = nextIn(graph);
        const cycle = findCycle(codes, next);
        if (!cycle) return sortable(next);
        return (
          cycle[0] === cycle.at(-1) && cycle.slice(1).every((code, index) => next(cycle[index] ?? '').includes(code))
        );
      }),
    );
  });

  it('names a code that waits for itself', () => {
    expect(findCycle(['A'], () => ['A'])).toEqual(['A', 'A']);
  });
});

/** Kahn: codes leave while everything they wait for has left. */
function sortable(next: (code: string) => string[]): boolean {
  const left = new Set(codes);
  for (let moved = true; moved;) {
    const free = [...left].filter((code) => next(code).every((other) => !left.has(other)));
    free.forEach((code) => left.delete(code));
    moved = free.length > 0;
  }
  return left.size === 0;
}
