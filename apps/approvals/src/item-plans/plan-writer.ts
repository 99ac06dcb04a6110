import { isDeepStrictEqual } from 'node:util';
import { PlanItem, itemPlanEvents } from '#libs/contracts/facts.js';
import { widenScope } from '#libs/case-scope/scope-keeper.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { CaseCopy } from '../cases/case-copy.entity.js';
import { competenceCatalogue, itemsOn } from '../catalogue/catalogue.js';
import { currentPlan } from './current-plan.js';
import { ItemPlan } from './item-plan.entity.js';
import { ItemPlanVersion } from './item-plan-version.entity.js';
import { planLines, reentrusted } from './lines.js';
import type { PlanLine, Rulings } from './lines.js';

// Every change of an item plan ends here: it becomes the next version, is told to the others and widens the scope.

/** The first version, in the transaction of the application itself. */
export async function makePlan(context: WorkContext, copy: CaseCopy): Promise<void> {
  const plan = context.add(ItemPlan, { id: copy.id, revision: 0, answers: {}, rulings: {}, noticeNumber: null });
  await decideAnew(context, { copy, plan }, '项目单位申请帮代办服务');
}

/** Locks the plan of a case that has been applied for. */
export async function lockPlan(context: WorkContext, caseId: string): Promise<ItemPlan> {
  const plan = await context.lock(ItemPlan, { id: caseId });
  if (!plan) throw new Error(`case ${caseId} has no item plan`);
  return plan;
}

interface Planned {
  copy: CaseCopy;
  plan: ItemPlan;
}

/** Decides needs and levels as of today and keeps them as the next version. */
export async function decideAnew(
  context: WorkContext,
  { copy, plan }: Planned,
  reason: string,
): Promise<ItemPlanVersion> {
  const { project, entrusted } = copy;
  const items = await itemsOn(context.em, context.today);
  const catalogue = await competenceCatalogue(context.em);
  const { answers, rulings } = plan;
  const lines = planLines({ project, entrusted, answers, rulings, items, catalogue, onDay: context.today });
  return await keep(context, plan, lines, reason);
}

/** What the unit entrusts changed: the levels stay, frozen or not. */
export async function entrustAnew(context: WorkContext, copy: CaseCopy, reason: string): Promise<void> {
  const plan = await lockPlan(context, copy.id);
  const { latest } = await currentPlan(context.em, copy.id);
  const lines = reentrusted(latest.lines, copy.entrusted);
  if (!isDeepStrictEqual(lines, latest.lines)) await keep(context, plan, lines, reason);
}

/** R121: from the notice on, nothing but a new version of the notice changes the plan. */
export async function freezePlan(context: WorkContext, caseId: string, noticeNumber: string): Promise<void> {
  const plan = await lockPlan(context, caseId);
  const { latest } = await currentPlan(context.em, caseId);
  plan.noticeNumber = noticeNumber;
  await keep(context, plan, latest.lines, `出具一次性告知书(${noticeNumber})`);
}

interface Conclusion {
  itemCode: string;
  need: 'needed' | 'not_needed';
  reason: string;
}

/** The joint review's conclusions win over the rules; held after a notice, it prepares the next version of it. */
export async function applyReview(
  context: WorkContext,
  copy: CaseCopy,
  conclusions: readonly Conclusion[],
): Promise<void> {
  const plan = await lockPlan(context, copy.id);
  plan.noticeNumber = null;
  plan.rulings = conclusions.reduce<Rulings>((rulings, { itemCode, need, reason }) => {
    const concluded = { state: need, source: 'review', reason: `联合预审结论:${reason}`, evidence: null } as const;
    return { ...rulings, [itemCode]: { ...rulings[itemCode], need: concluded } };
  }, plan.rulings);
  await decideAnew(context, { copy, plan }, '联合预审结束');
}

/** The unit changed its project: an open plan follows, a frozen one waits for a new notice (R121, R140). */
export async function followProject(context: WorkContext, copy: CaseCopy): Promise<void> {
  const plan = await lockPlan(context, copy.id);
  if (plan.noticeNumber === null) await decideAnew(context, { copy, plan }, '项目信息变更');
}

async function keep(context: WorkContext, plan: ItemPlan, lines: PlanLine[], reason: string): Promise<ItemPlanVersion> {
  const { id: caseId, noticeNumber } = plan;
  plan.revision += 1;
  const { revision } = plan;
  const stamp = { revisedAt: context.now, revisedBy: context.principal.name };
  const version = context.add(ItemPlanVersion, { caseId, revision, noticeNumber, ...stamp, reason, lines });
  const items = lines.map((line) => PlanItem.parse(line));
  context.publish(itemPlanEvents, 'made', { caseId, version: revision, frozen: noticeNumber !== null, items });
  const bodies = items
    .filter(({ need }) => need !== 'not_needed')
    .flatMap(({ legalBody, handlingBody, consultedBody }) => [legalBody, handlingBody, consultedBody]);
  await widenScope(context, caseId, { departmentCodes: bodies.filter((body) => body !== null) });
  return version;
}
