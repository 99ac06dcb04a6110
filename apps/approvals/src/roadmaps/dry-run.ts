import { buildGraph, type DayCount, type OwnSet } from './graph.js';
import { nodeOf, place } from './schedule.js';

/** Working days from day 0. */
export interface Move {
  code: string;
  end: number;
}

export interface DryRun {
  /** Every node whose end changes, the moved one too, in the order of the catalogue. */
  moved: readonly { code: string; from: number; to: number; workdays: number }[];
  /** Whether the target node now ends after the day it must end by. */
  target: { code: string; by: number; end: number; missed: boolean };
}

/** A node cannot end before its prerequisites do (R67). */
export class EndTooEarly extends RangeError {
  override readonly name = 'EndTooEarly';

  constructor(
    readonly code: string,
    readonly earliest: number,
  ) {
    super(`${code} cannot end before day ${earliest}`);
  }
}

/** What follows if a node ended on another day: nothing is changed. Throws EndTooEarly and what `schedule` throws. */
export function dryRun(set: OwnSet, count: DayCount, move: Move, target: Move): DryRun {
  const graph = buildGraph(set, count);
  const before = place(graph);
  const { sameDayWith } = nodeOf(graph, move.code);
  const earliest = Math.max(
    nodeOf(before, move.code).start,
    sameDayWith === null ? 0 : nodeOf(before, sameDayWith).end,
  );
  if (move.end < earliest) throw new EndTooEarly(move.code, earliest);

  const after = place(graph, new Map([[move.code, move.end]]));
  const moved = [...graph.keys()]
    .map((code) => ({ code, from: nodeOf(before, code).end, to: nodeOf(after, code).end }))
    .filter(({ from, to }) => from !== to)
    .map((change) => ({ ...change, workdays: change.to - change.from }));
  const { end } = nodeOf(after, target.code);
  return { moved, target: { code: target.code, by: target.end, end, missed: end > target.end } };
}
