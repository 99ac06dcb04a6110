import type { PlanItem } from '#libs/contracts/facts.js';
import { LIGHTS } from '#libs/contracts/projects.js';
import type { ITEM_STATES } from '#libs/contracts/projects.js';
import { HELPER_STAGES } from '#libs/reference/rows.js';
import type { Filing, FilingState } from './filing.entity.js';
import type { PreApproval } from './pre-approval.entity.js';

export type ItemState = (typeof ITEM_STATES)[number];
export type Light = (typeof LIGHTS)[number];

type FilingFacts = Pick<
  Filing,
  'itemCode' | 'state' | 'since' | 'expectedOn' | 'light' | 'notes' | 'documentNumber' | 'handlingBody'
>;

/** Everything by which the standing of items is told. */
export interface Records {
  filings: readonly FilingFacts[];
  preApprovals: readonly Pick<PreApproval, 'itemCode' | 'state' | 'since' | 'documentNumber' | 'missingConditions'>[];
  /** Day by milestone code. */
  milestones: Readonly<Record<string, string>>;
}

export interface Standing {
  state: ItemState;
  since: string | null;
  expectedOn: string | null;
  light: Light | null;
  notes: readonly string[];
  documentNumber: string | null;
  /** Who has it: the body of the filing, else the one the plan names. */
  departmentCode: string | null;
}

/** Of several filings of an item (one a works, R131) the one that waits for somebody speaks for it, the decided ones last. */
const URGENCY: readonly FilingState[] = [
  'correcting',
  'not_accepted',
  'revoked',
  'special_procedure',
  'accepted',
  'submitted',
  'to_be_verified',
  'decided',
  'ended',
];

const urgency = ({ state }: FilingFacts): number => URGENCY.indexOf(state);

export function standingOf(item: PlanItem, { filings, preApprovals, milestones }: Records): Standing {
  const planned = item.handlingBody ?? item.legalBody;
  const [speaking] = filings
    .filter(({ itemCode }) => itemCode === item.itemCode)
    .sort((a, b) => urgency(a) - urgency(b));
  if (speaking) return { ...speaking, departmentCode: speaking.handlingBody };
  const nothing = {
    since: null,
    expectedOn: null,
    light: null,
    notes: [],
    documentNumber: null,
    departmentCode: planned,
  };
  const reached = milestones[item.itemCode];
  if (reached) return { ...nothing, state: 'decided', since: reached };
  const issued = preApprovals.find(({ itemCode, state }) => itemCode === item.itemCode && state === 'issued');
  if (!issued) return { ...nothing, state: 'not_started' };
  const { since, documentNumber, missingConditions: notes } = issued;
  return { ...nothing, state: 'pre_approved', since, documentNumber, notes };
}

/** Done: every filing of the item is decided and verified, or was taken back by the unit (R6). */
export function isDone(
  item: Pick<PlanItem, 'itemCode'>,
  filings: readonly Pick<Filing, 'itemCode' | 'state'>[],
): boolean {
  const own = filings.filter(({ itemCode }) => itemCode === item.itemCode);
  return own.length > 0 && own.every(({ state }) => state === 'decided' || state === 'ended');
}

/** What the unit asked the agents to do; milestones, trading and the government's side are only tracked (R7). */
export const entrustedItems = (plan: readonly PlanItem[]): PlanItem[] =>
  plan.filter(({ need, entrusted, itemClass }) => need !== 'not_needed' && entrusted && itemClass !== null);

export const openEntrusted = (
  plan: readonly PlanItem[],
  filings: readonly Pick<Filing, 'itemCode' | 'state'>[],
): PlanItem[] => entrustedItems(plan).filter((item) => !isDone(item, filings));

/** The earliest of the four stages in which an entrusted item is open (R20); null when none is. */
export function stageOf(
  plan: readonly PlanItem[],
  filings: readonly Pick<Filing, 'itemCode' | 'state'>[],
): string | null {
  const open = new Set(openEntrusted(plan, filings).map(({ helperStage }) => helperStage));
  return HELPER_STAGES.find((stage) => open.has(stage)) ?? null;
}

/** The worst warning and the earliest expected day of what is open. */
export function openWork(filings: readonly Pick<Filing, 'state' | 'light' | 'expectedOn'>[]): {
  light: Light | null;
  dueOn: string | null;
} {
  const open = filings.filter(({ state }) => state !== 'decided' && state !== 'ended');
  const light = LIGHTS.findLast((one) => open.some((filing) => filing.light === one)) ?? null;
  const days = open.map(({ expectedOn }) => expectedOn).filter((day) => day !== null);
  return { light, dueOn: days.toSorted()[0] ?? null };
}

/** How far each stage is, in the order in which they first appear. */
export function stageCounts(items: readonly { stage: string; state: ItemState }[]): {
  name: string;
  done: number;
  total: number;
}[] {
  return [...Map.groupBy(items, ({ stage }) => stage)].map(([name, all]) => ({
    name,
    done: all.filter(({ state }) => state === 'decided').length,
    total: all.length,
  }));
}
