/** The first cycle of a directed graph as a closed path (`['A', 'B', 'A']`), or null; `next` gives the codes a code waits for. */
export function findCycle(codes: Iterable<string>, next: (code: string) => readonly string[]): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (code: string): string[] | null => {
    if (done.has(code)) return null;
    const start = path.indexOf(code);
    if (start >= 0) return [...path.slice(start), code];
    path.push(code);
    for (const other of next(code)) {
      const cycle = visit(other);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(code);
    return null;
  };

  for (const code of codes) {
    const cycle = visit(code);
    if (cycle) return cycle;
  }
  return null;
}
