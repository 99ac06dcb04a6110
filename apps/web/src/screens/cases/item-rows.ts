import type { getBlockers, getItemPlan, listApprovals } from '#libs/contracts/approvals.js';
import type { Output } from '#libs/contracts/define.js';
import type { CaseDetail } from './case-page.js';

export type Item = CaseDetail['items'][number];
export type Need = Item['need'];
export type Plan = Output<typeof getItemPlan>;
export type PlanLine = Plan['items'][number];
export type Blocker = Output<typeof getBlockers>['items'][number];
export type ApprovalRecord = Output<typeof listApprovals>['items'][number];

/** One item as the page shows it: where it stands, what the plan says of it, what it waits for, and its records. */
export interface ItemRow {
  item: Item;
  line: PlanLine | null;
  blocker: Blocker | null;
  records: ApprovalRecord[];
}

interface Sources {
  of: Pick<CaseDetail, 'items'>;
  plan: Pick<Plan, 'items'>;
  blockers: readonly Blocker[];
  records: readonly ApprovalRecord[];
}

/** The case knows where items stand, the plan why they are needed; they meet by their code. */
export function itemRows({ of, plan, blockers, records }: Sources): ItemRow[] {
  const lines = new Map(plan.items.map((line) => [line.itemCode, line]));
  const blocking = new Map(blockers.map((blocker) => [blocker.itemCode, blocker]));
  const filed = Map.groupBy(records, ({ itemCode }) => itemCode);
  return of.items.map((item) => ({
    item,
    line: lines.get(item.itemCode) ?? null,
    blocker: blocking.get(item.itemCode) ?? null,
    records: filed.get(item.itemCode) ?? [],
  }));
}

/** `need` null = all; `q` is looked for in code, name and department. */
export function matching(rows: readonly ItemRow[], { need, q }: { need: Need | null; q: string }): ItemRow[] {
  const wanted = q.trim().toLowerCase();
  const found = ({ itemCode, name, departmentName }: Item) =>
    `${itemCode} ${name} ${departmentName ?? ''}`.toLowerCase().includes(wanted);
  return rows.filter(({ item }) => (need === null || item.need === need) && found(item));
}

/** Stages in the order of their first item. */
export const groupByStage = (rows: readonly ItemRow[]): [string, ItemRow[]][] => [
  ...Map.groupBy(rows, ({ item }) => item.stage),
];
