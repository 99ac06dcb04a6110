import { findCycle } from '#libs/reference/cycle.js';
import type { ItemRow } from '#libs/reference/rows.js';

/** 审批口径 counts only items with approval_days_counted; 全口径 counts the promised days of every item. */
export type DayCount = 'approval' | 'full';

/** Everything a project needs, entrusted or not (R8), with its milestones; all periods in working days. */
export interface OwnSet {
  /** Items that are part of another (D03–D05 inside D06) are left out of the graph. */
  items: readonly ItemRow[];
  /** Verified approvals from before the case: they stay in the graph and take no time (R130). */
  done?: ReadonlySet<string>;
  /** Between 开工 G01 and 完工 G02 (R139). */
  constructionWorkdays?: number;
  /** Between 开工 G01 and 预售形象进度达标 G04. */
  presaleWorkdays?: number;
  /** Ends that a person set or that have come true, in working days from day 0; their successors follow. */
  ends?: ReadonlyMap<string, number>;
}

export interface GraphNode {
  item: ItemRow;
  /** All of any: the prerequisite groups, each with only its members in the own set. */
  groups: readonly (readonly string[])[];
  /** Issued together with this item and never before it (A10 with A08). */
  sameDayWith: string | null;
  duration: number;
  /** The end that was set for it; null = as its start and duration give. */
  setEnd: number | null;
}

export type Graph = ReadonlyMap<string, GraphNode>;

/** Land or project evidence that an own set lacks: at least one of `anyOf`; `item` is what waits for it, null = all. */
export interface MissingEvidence {
  evidence: 'land' | 'project';
  item: string | null;
  anyOf: readonly string[];
}

/** The set has no land document or no 立项: ask for it, never pass over it (R67). */
export class EvidenceMissing extends Error {
  override readonly name = 'EvidenceMissing';

  constructor(readonly missing: readonly MissingEvidence[]) {
    super(
      missing
        .map(({ evidence, item, anyOf }) => `${item ?? 'the set'}: no ${evidence} (${anyOf.join('|')})`)
        .join('; '),
    );
  }
}

/** Items of the set wait for each other; `path` is closed: first and last code are the same (R67). */
export class PrerequisiteCycle extends Error {
  override readonly name = 'PrerequisiteCycle';

  constructor(readonly path: readonly string[]) {
    super(`prerequisite cycle ${path.join(' → ')}`);
  }
}

const PROJECT_EVIDENCE = ['A01', 'A02', 'A03', 'A04'];

/** The prerequisite graph of an own set; throws EvidenceMissing, PrerequisiteCycle. */
export function buildGraph(set: OwnSet, count: DayCount): Graph {
  const items = set.items.filter((item) => item.partOf === null);
  const codes = new Set(items.map((item) => item.code));
  const missing = missingEvidence(items, codes);
  if (missing.length > 0) throw new EvidenceMissing(missing);

  const graph = new Map(
    items.map((item): [string, GraphNode] => [
      item.code,
      {
        item,
        groups: item.prereq.map((group) => group.filter((code) => codes.has(code))).filter((group) => group.length > 0),
        sameDayWith: item.sameDayWith !== null && codes.has(item.sameDayWith) ? item.sameDayWith : null,
        duration: durationOf(item, set, count),
        setEnd: set.ends?.get(item.code) ?? null,
      },
    ]),
  );
  const path = findCycle(graph.keys(), (code) => waitsFor(graph.get(code)));
  if (path) throw new PrerequisiteCycle(path);
  return graph;
}

/** Every code a node may wait for. */
export const waitsFor = (node: GraphNode | undefined): string[] =>
  node ? [...node.groups.flat(), ...(node.sameDayWith === null ? [] : [node.sameDayWith])] : [];

function missingEvidence(items: readonly ItemRow[], codes: ReadonlySet<string>): MissingEvidence[] {
  const absent = (anyOf: readonly string[]) => !anyOf.some((code) => codes.has(code));
  const land = items.flatMap(({ code, prereq }) =>
    prereq
      .filter((group) => group.includes('X0') && absent(group))
      .map((anyOf): MissingEvidence => ({ evidence: 'land', item: code, anyOf })),
  );
  return absent(PROJECT_EVIDENCE) ? [...land, { evidence: 'project', item: null, anyOf: PROJECT_EVIDENCE }] : land;
}

function durationOf(item: ItemRow, set: OwnSet, count: DayCount): number {
  if (set.done?.has(item.code)) return 0;
  const promised = count === 'full' || item.approvalDaysCounted ? item.promisedWorkdays : 0;
  switch (item.code) {
    case 'G02':
      return promised + (set.constructionWorkdays ?? 0);
    case 'G04':
      return promised + (set.presaleWorkdays ?? 0);
    default:
      return promised;
  }
}
