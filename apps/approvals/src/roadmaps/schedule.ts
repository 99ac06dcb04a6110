import { type ItemRow, STAGES } from '#libs/reference/rows.js';
import { buildGraph, type DayCount, type Graph, type GraphNode, type OwnSet } from './graph.js';

/** When a node runs, in working days from day 0; `after` is the node that decides its start, null = nothing does. */
export interface Slot {
  start: number;
  end: number;
  after: string | null;
}

export interface Planned extends Slot {
  item: ItemRow;
  prereq: readonly (readonly string[])[];
  duration: number;
  /** Working days its end may slip before the whole roadmap ends later; 0 = critical. */
  slack: number;
}

export interface Schedule {
  /** In the order of the roadmap: start, end, stage, code. */
  nodes: readonly Planned[];
  /** Day on which the last node ends. */
  total: number;
  /** Critical path of the whole: codes from the first to the last. */
  longest: readonly string[];
}

type Slots = ReadonlyMap<string, Slot>;

/** The roadmap of an own set; throws EvidenceMissing, PrerequisiteCycle (R66, R67). */
export function schedule(set: OwnSet, count: DayCount): Schedule {
  const graph = buildGraph(set, count);
  const slots = place(graph);
  const total = lastEnd(slots);
  const nodes = [...graph.values()]
    .map(({ item, groups: prereq, duration }): Planned => {
      const slot = nodeOf(slots, item.code);
      return { item, prereq, duration, ...slot, slack: slackOf(item.code, graph, slots) };
    })
    .toSorted(byTime);
  const last = nodes.findLast((node) => node.end === total);
  return { nodes, total, longest: last ? trace(slots, last.item.code) : [] };
}

/** The nodes that decide when `code` ends, first to last; throws RangeError when it is not in the roadmap. */
export function criticalPath({ nodes }: Schedule, code: string): string[] {
  return trace(new Map(nodes.map((node) => [node.item.code, node])), code);
}

/** Earliest slots of all nodes; `ends` overrides the ends of some, whose successors follow. */
export function place(graph: Graph, ends: ReadonlyMap<string, number> = new Map()): Slots {
  const slots = new Map<string, Slot>();
  const slotOf = (code: string): Slot => {
    const known = slots.get(code);
    if (known) return known;
    const node = nodeOf(graph, code);
    const slot = placeNode(node, slotOf);
    const end = ends.get(code) ?? node.setEnd;
    const placed = end === null ? slot : { ...slot, end };
    slots.set(code, placed);
    return placed;
  };
  for (const code of graph.keys()) slotOf(code);
  return slots;
}

function placeNode({ groups, sameDayWith, duration }: GraphNode, slotOf: (code: string) => Slot): Slot {
  const endOf = (code: string) => slotOf(code).end;
  const gates = groups
    .filter((group) => sameDayWith === null || !group.includes(sameDayWith))
    .map((group) => group.reduce((first, code) => (endOf(code) < endOf(first) ? code : first)));
  const start = Math.max(0, ...gates.map(endOf));
  const after = gates.find((code) => start > 0 && endOf(code) === start) ?? null;
  if (sameDayWith === null || endOf(sameDayWith) <= start + duration) return { start, end: start + duration, after };
  return { start: endOf(sameDayWith) - duration, end: endOf(sameDayWith), after: sameDayWith };
}

export function nodeOf<Node>(nodes: ReadonlyMap<string, Node>, code: string): Node {
  const node = nodes.get(code);
  if (node === undefined) throw new RangeError(`${code} is not in the roadmap`);
  return node;
}

export const lastEnd = (slots: Slots): number => Math.max(0, ...[...slots.values()].map((slot) => slot.end));

/**
 * Found by trying, not by a backward pass: with OR-groups a slipping node may be replaced by another member of its
 * group, so its slack does not follow from the latest starts of its successors.
 */
function slackOf(code: string, graph: Graph, slots: Slots): number {
  const total = lastEnd(slots);
  const { end } = nodeOf(slots, code);
  let [fits, exceeds] = [0, total - end + 1];
  while (exceeds - fits > 1) {
    const slip = Math.floor((fits + exceeds) / 2);
    if (lastEnd(place(graph, new Map([[code, end + slip]]))) <= total) fits = slip;
    else exceeds = slip;
  }
  return fits;
}

function trace(slots: Slots, code: string): string[] {
  const { after } = nodeOf(slots, code);
  return after === null ? [code] : [...trace(slots, after), code];
}

interface Timed {
  item: ItemRow;
  start: number;
  end: number;
}

/** Order of the roadmap's lines: start, end, stage (并行推进 last), code. */
export const byTime = (a: Timed, b: Timed): number =>
  a.start - b.start ||
  a.end - b.end ||
  STAGES.indexOf(a.item.stage) - STAGES.indexOf(b.item.stage) ||
  (a.item.code < b.item.code ? -1 : 1);
