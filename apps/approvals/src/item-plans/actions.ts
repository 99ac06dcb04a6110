import {
  answerFacts,
  markItemNeeded,
  markItemNotNeeded,
  reopenItemPlan,
  setItemLevel,
  setItemMode,
} from '#libs/contracts/approvals/item-plans.js';
import type { Command } from '#libs/contracts/define.js';
import type { ItemPlan } from './item-plan.entity.js';
import type { PlanLine } from './lines.js';

/** Whether the reader may revise this plan by that operation: permission, first institution, a case that is not over. */
export type RevisionRight = (operation: Command) => boolean;

type When<T> = [Command, (of: T) => boolean];

const OF_PLAN: When<ItemPlan>[] = [
  [answerFacts, ({ noticeNumber }) => noticeNumber === null],
  [reopenItemPlan, ({ noticeNumber }) => noticeNumber !== null],
];

/** A level the rules left open: only such a one is set by hand (R120). */
export const isLevelOpen = ({ levelStep }: PlanLine): boolean => levelStep === 'R120' || levelStep === 'manual';

const isNeeded = ({ need }: PlanLine): boolean => need !== 'not_needed';
const OF_LINE: When<PlanLine>[] = [
  [setItemLevel, (line) => isNeeded(line) && isLevelOpen(line)],
  [setItemMode, (line) => isNeeded(line) && line.entrusted && line.itemClass !== null],
  [markItemNotNeeded, (line) => isNeeded(line) && line.kind !== '里程碑'],
  [markItemNeeded, ({ need }) => need !== 'needed'],
];

const named = <T>(table: When<T>[], of: T, may: RevisionRight): string[] =>
  table.filter(([operation, when]) => may(operation) && when(of)).map(([{ name }]) => name);

export const planActions = (plan: ItemPlan, may: RevisionRight): string[] => named(OF_PLAN, plan, may);

/** Of one line; a frozen plan is reopened first (R121). */
export const lineActions = (line: PlanLine, plan: ItemPlan, may: RevisionRight): string[] =>
  plan.noticeNumber === null ? named(OF_LINE, line, may) : [];
