import type { ItemRow } from '#libs/reference/rows.js';
import { buildGraph, type Graph, type OwnSet, waitsFor } from './graph.js';
import { byTime, nodeOf, place } from './schedule.js';

// 拿地即开工: the permits are pre-approved while the land is being listed and converted once it is granted (R51–R58).

export type Act = 'formal' | 'pre_approval' | 'conversion' | 'milestone';

/** One line of the T0 table; working days from day 0, `offset` = end counted from T0 (−19 = 19 days before the contract). */
export interface LandToStartLine {
  item: ItemRow;
  act: Act;
  start: number;
  end: number;
  offset: number;
}

export interface LandToStart {
  lines: readonly LandToStartLine[];
  /** T0, the day the grant contract is signed. */
  contractDay: number;
  /** Day on which the last pre-approval document is ready. */
  preApprovedBy: number;
  /** Working days by which the construction permit comes sooner than without pre-approval. */
  daysSaved: number;
}

interface Span {
  start: number;
  end: number;
}

const GRANT = 'A09';
/** Nothing can be pre-approved before the conditions of the parcel are known. */
const PLANNING_CONDITIONS = 'A05';
const LAND: ReadonlySet<string> = new Set(['A08', 'A09', 'A11', 'X0']);
/** Replaced by the intention to contract until the conversion. */
const TENDER = 'C05';
const PERMIT = 'C04';
/** Documents that are pre-approved, each with those whose conversion must come no later (R56, R57). */
const CHAIN: ReadonlyMap<string, readonly string[]> = new Map([
  ['A10', []],
  ['B02', ['A10']],
  ['B03', []],
  ['C04', ['B02', 'B03']],
]);

/** The T0 table of an own set with granted land, 审批口径 with the grant's own days; null unless a grant and a permit lie ahead. */
export function landToStart(set: OwnSet): LandToStart | null {
  const graph = withGrantDays(buildGraph(set, 'approval'));
  if ([GRANT, PERMIT].some((code) => !graph.has(code) || set.done?.has(code))) return null;

  const without = place(graph);
  const contractDay = nodeOf(without, GRANT).end;
  const spans = spansOf(graph, contractDay);
  const chain = [...CHAIN.keys()].filter((code) => graph.has(code));
  const line = (code: string, act: Act, { start, end }: Span): LandToStartLine => ({
    item: nodeOf(graph, code).item,
    act,
    start,
    end,
    offset: end - contractDay,
  });
  const lines = [
    ...formalCodes(graph).map((code) => line(code, code === 'G01' ? 'milestone' : 'formal', spans.formal(code))),
    ...chain.map((code) => line(code, 'pre_approval', spans.preApproval(code))),
    ...chain.map((code) => line(code, 'conversion', spans.formal(code))),
  ];
  return {
    lines: lines.toSorted(byTime),
    contractDay,
    preApprovedBy: Math.max(...chain.map((code) => spans.preApproval(code).end)),
    daysSaved: nodeOf(without, PERMIT).end - spans.formal(PERMIT).end,
  };
}

/** The listing takes its 21 working days even in 审批口径: the chain waits for it. */
const withGrantDays = (graph: Graph): Graph =>
  new Map(
    [...graph].map(([code, node]) => [code, code === GRANT ? { ...node, duration: node.item.promisedWorkdays } : node]),
  );

/** Everything before 开工 that takes approval days, and the grant; chain members come as conversions instead. */
function formalCodes(graph: Graph): string[] {
  const before = new Set<string>();
  const collect = (code: string): void => {
    if (before.has(code)) return;
    before.add(code);
    waitsFor(graph.get(code)).forEach(collect);
  };
  collect('G01');
  return [...before].filter(
    (code) => !CHAIN.has(code) && (code === GRANT || code === 'G01' || nodeOf(graph, code).item.approvalDaysCounted),
  );
}

/** When each document comes: `preApproval` of a chain member, `formal` of anything (of a chain member: its conversion). */
function spansOf(graph: Graph, contractDay: number) {
  const formal = remembered((code: string): Span => {
    const { item, groups, duration } = nodeOf(graph, code);
    const upstream = CHAIN.get(code);
    if (!upstream) {
      const start = startAfter(groups, (other) => formal(other).end);
      return { start, end: start + duration };
    }
    const start = Math.max(contractDay, preApproval(code).end);
    const converted = upstream.filter((other) => graph.has(other)).map((other) => formal(other).end);
    return { start, end: Math.max(start + (item.conversionWorkdays ?? 0), ...converted) };
  });

  const preApproval = remembered((code: string): Span => {
    const { groups, duration } = nodeOf(graph, code);
    const open = groups
      .map((group) => group.filter((other) => !LAND.has(other) && other !== TENDER))
      .filter((group) => group.length > 0);
    const documents = startAfter(open, (other) => (CHAIN.has(other) ? preApproval(other) : formal(other)).end);
    const start = Math.max(documents, graph.has(PLANNING_CONDITIONS) ? formal(PLANNING_CONDITIONS).end : 0);
    return { start, end: start + duration };
  });

  return { formal, preApproval };
}

const startAfter = (groups: readonly (readonly string[])[], endOf: (code: string) => number): number =>
  Math.max(0, ...groups.map((group) => Math.min(...group.map(endOf))));

function remembered<T>(compute: (code: string) => T): (code: string) => T {
  const known = new Map<string, T>();
  return (code) => {
    const value = known.get(code) ?? compute(code);
    known.set(code, value);
    return value;
  };
}
