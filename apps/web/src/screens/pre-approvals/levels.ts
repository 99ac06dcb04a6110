interface Link {
  from: string;
  to: string;
}

/** The links in columns, every item after all that lead to it: [[A10, B03], [B02], [C04]]. Throws where they run in a circle. */
export function levelsOf(links: readonly Link[]): string[][] {
  const columns: string[][] = [];
  let rest = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  while (rest.length > 0) {
    const ready = rest.filter((code) => !links.some(({ from, to }) => to === code && rest.includes(from)));
    if (ready.length === 0) throw new Error(`the chain runs in a circle: ${rest.join(', ')}`);
    columns.push(ready);
    rest = rest.filter((code) => !ready.includes(code));
  }
  return columns;
}

/** As late as what follows allows: B03 stands beside B02, just before the C04 that both lead to. */
export function settled(links: readonly Link[]): string[][] {
  const columns = levelsOf(links);
  const levelOf = (code: string): number => columns.findIndex((column) => column.includes(code));
  const latest = (code: string): number => {
    const after = links.filter(({ from }) => from === code).map(({ to }) => latest(to) - 1);
    return after.length > 0 ? Math.min(...after) : levelOf(code);
  };
  return columns.map((_, at) => columns.flat().filter((code) => latest(code) === at));
}
