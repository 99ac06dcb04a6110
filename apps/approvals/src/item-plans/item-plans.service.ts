import { Injectable } from '@nestjs/common';
import type {
  answerFacts,
  markItemNeeded,
  markItemNotNeeded,
  reopenItemPlan,
  setItemLevel,
  setItemMode,
} from '#libs/contracts/approvals/item-plans.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { may } from '#libs/identity/principal.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { bodyNames, competenceCatalogue, itemsOn } from '../catalogue/catalogue.js';
import { isLevelOpen } from './actions.js';
import type { RevisionRight } from './actions.js';
import { currentPlan } from './current-plan.js';
import { mustBeAnswers } from './facts.js';
import { ItemPlan } from './item-plan.entity.js';
import { ItemPlanVersion } from './item-plan-version.entity.js';
import { planView, revisionView } from './item-plan.view.js';
import type { ItemRuling, PlanLine } from './lines.js';
import { decideAnew } from './plan-writer.js';

const EVIDENCE = {
  免办: { kinds: ['region_assessment', 'exemption_list'], wanted: '区域评估成果编号或豁免清单条目' },
  不涉及: { kinds: ['fact'], wanted: '排除该事项的项目情况' },
} as const;

interface Open {
  copy: CaseCopy;
  plan: ItemPlan;
  lines: PlanLine[];
}

/** The item plan of a case: read by everyone who sees the case, revised by its first institution until the notice freezes it. */
@Injectable()
export class ItemPlansService {
  async get(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const { plan, latest } = await currentPlan(context.em, caseId);
    return await this.view(context, plan, latest);
  }

  async versions(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const versions = await context.em.find(ItemPlanVersion, { where: { caseId }, order: { revision: 'DESC' } });
    return { items: versions.map(revisionView) };
  }

  async version(context: QueryContext, caseId: string, revision: number) {
    await mustSee(context, caseId);
    const version = await context.em.findOneBy(ItemPlanVersion, { caseId, revision });
    if (!version) throw fail('not_found');
    return { ...revisionView(version), items: version.lines };
  }

  async answer(context: WorkContext, { caseId, facts, reason }: Input<typeof answerFacts>) {
    const open = await this.open(context, caseId);
    const { competence } = await competenceCatalogue(context.em);
    mustBeAnswers(facts, competence);
    open.plan.answers = { ...open.plan.answers, ...facts };
    return await this.revise(context, open, reason ?? '补充登记项目情况');
  }

  async setLevel(context: WorkContext, { caseId, itemCode, level, body, reason }: Input<typeof setItemLevel>) {
    const open = await this.open(context, caseId);
    const line = neededLine(open, itemCode);
    if (!isLevelOpen(line)) {
      throw fail('level_settled', { item: line.name, reason: line.levelReason });
    }
    if (body && !(await context.em.existsBy(Department, { code: body })))
      throw fail('department_unknown', { code: body });
    return await this.rule(context, open, { line, ruling: { level: { level, body, reason } }, reason });
  }

  async setMode(context: WorkContext, { caseId, itemCode, mode, notifyAndCommit, reason }: Input<typeof setItemMode>) {
    const open = await this.open(context, caseId);
    const line = neededLine(open, itemCode);
    mustBeMode(line, mode);
    const item = (await itemsOn(context.em, context.today)).get(itemCode);
    if (notifyAndCommit && !item?.notifyAndCommit) {
      throw fail(itemCode === 'D02' ? 'commitment_excluded' : 'commitment_not_offered', { item: line.name });
    }
    return await this.rule(context, open, { line, ruling: { mode, notifyAndCommit }, reason });
  }

  async markNotNeeded(context: WorkContext, input: Input<typeof markItemNotNeeded>) {
    const { caseId, itemCode, ground, evidence, reason } = input;
    const open = await this.open(context, caseId);
    const line = neededLine(open, itemCode);
    if (line.kind === '里程碑') throw fail('milestone_always_needed', { item: line.name });
    const { kinds, wanted } = EVIDENCE[ground];
    if (!evidence || !(kinds as readonly string[]).includes(evidence.kind)) {
      throw fail('exemption_needs_evidence', { item: line.name, ground, wanted });
    }
    const words = `${ground}:${reason}(依据:${evidence.reference})`;
    const need = { state: 'not_needed', source: 'hand', reason: words, evidence } as const;
    return await this.rule(context, open, { line, ruling: { need }, reason });
  }

  async markNeeded(context: WorkContext, { caseId, itemCode, reason }: Input<typeof markItemNeeded>) {
    const open = await this.open(context, caseId);
    const line = lineOf(open, itemCode);
    if (line.need === 'needed') throw fail('item_needed_already', { item: line.name });
    const need = { state: 'needed', source: 'hand', reason: `首接机构核定:${reason}`, evidence: null } as const;
    return await this.rule(context, open, { line, ruling: { need }, reason });
  }

  /** R121: what is frozen is decided anew only for a new version of the notice, which freezes it again. */
  async reopen(context: WorkContext, { caseId, reason }: Input<typeof reopenItemPlan>) {
    const { copy, plan } = await this.lock(context, caseId);
    if (plan.noticeNumber === null) throw fail('item_plan_not_frozen');
    plan.noticeNumber = null;
    const latest = await decideAnew(context, { copy, plan }, reason);
    return await this.view(context, plan, latest);
  }

  /** Locks a case's plan for its first institution (R31, R46). */
  private async lock(context: WorkContext, caseId: string): Promise<Omit<Open, 'lines'>> {
    await mustSee(context, caseId);
    const copy = await context.em.findOneBy(CaseCopy, { id: caseId });
    const plan = await context.lock(ItemPlan, { id: caseId });
    if (!copy || !plan) throw fail('not_yet_known');
    if (context.principal.institutionId !== copy.firstInstitutionId) throw fail('plan_of_first_institution');
    if (isOver(copy)) throw fail('case_is_over');
    return { copy, plan };
  }

  private async open(context: WorkContext, caseId: string): Promise<Open> {
    const { copy, plan } = await this.lock(context, caseId);
    if (plan.noticeNumber !== null) throw fail('item_plan_frozen', { notice: plan.noticeNumber });
    const { latest } = await currentPlan(context.em, caseId);
    return { copy, plan, lines: latest.lines };
  }

  private async rule(
    context: WorkContext,
    open: Open,
    { line, ruling, reason }: { line: PlanLine; ruling: ItemRuling; reason: string },
  ) {
    const { rulings } = open.plan;
    open.plan.rulings = { ...rulings, [line.itemCode]: { ...rulings[line.itemCode], ...ruling } };
    return await this.revise(context, open, `${line.name}:${reason}`);
  }

  private async revise(context: WorkContext, { copy, plan }: Open, reason: string) {
    const latest = await decideAnew(context, { copy, plan }, reason);
    return await this.view(context, plan, latest);
  }

  private async view({ em, principal }: QueryContext, plan: ItemPlan, latest: ItemPlanVersion) {
    const codes = latest.lines.flatMap(({ legalBody, handlingBody, consultedBody }) => [
      legalBody,
      handlingBody,
      consultedBody,
    ]);
    const bodies = await bodyNames(em, [...new Set(codes.filter((code) => code !== null))]);
    const { competence } = await competenceCatalogue(em);
    const copy = await em.findOneByOrFail(CaseCopy, { id: plan.id });
    const mayRevise: RevisionRight = ({ permission }) =>
      may(principal, permission) && principal.institutionId === copy.firstInstitutionId && !isOver(copy);
    return planView(plan, latest, { bodies, competence, mayRevise });
  }
}

const isOver = ({ state }: CaseCopy): boolean => state === 'closed' || state === 'terminated';

function lineOf({ lines }: Open, itemCode: string): PlanLine {
  const line = lines.find((each) => each.itemCode === itemCode);
  if (!line) throw fail('item_outside_plan', { item: itemCode });
  return line;
}

function neededLine(open: Open, itemCode: string): PlanLine {
  const line = lineOf(open, itemCode);
  if (line.need === 'not_needed') throw fail('item_not_needed', { item: line.name });
  return line;
}

/** R7: classes ③ and ④ are only helped with; what is tracked, traded or the unit's own has no other mode. */
function mustBeMode({ itemClass, name, entrusted, mode }: PlanLine, wanted: '代办' | '协助办理' | '单位自办'): void {
  if (wanted === '代办' && itemClass === 3) throw fail('mode_not_for_class', { item: name, class: '中介服务事项' });
  if (wanted === '代办' && itemClass === 4)
    throw fail('mode_not_for_class', { item: name, class: '省级以上审批服务事项' });
  if (itemClass === null) throw fail('mode_fixed', { item: name, mode });
  if (wanted !== '单位自办' && !entrusted) throw fail('item_not_entrusted', { item: name });
}
