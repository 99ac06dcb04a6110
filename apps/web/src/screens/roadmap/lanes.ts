import type { LandToStart } from './model.js';

type Line = LandToStart['lines'][number];
export type Placed = Line & { lane: number };

/** Lines in as few lanes as their days and their words allow; `words` are the working days that a line's words take up. */
export function lanesOf(lines: readonly Line[], words: (line: Line) => number): Placed[] {
  const ends: number[] = [];
  return lines
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((line) => {
      const free = ends.findIndex((end) => end <= line.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = Math.max(line.end, line.start + words(line));
      return { ...line, lane };
    });
}
