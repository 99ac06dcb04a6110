import type { z } from 'zod';
import type { PlanItem } from '#libs/contracts/facts.js';
import type { CaseDetail, CaseItem, CaseProgress, CaseSummary } from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import { publicPathOf } from '../cases/service-case.entity.js';
import { STATE_WORDS } from '../cases/service-case.machine.js';
import { actionsOf } from './actions.js';
import { entrustedItems, isDone, stageCounts, standingOf } from './items.js';
import type { ItemState, Standing } from './items.js';
import { NOTHING, nextAction, yourTurn } from './next-action.js';
import type { Picture } from './picture.js';

export function summaryView(picture: Picture): z.input<typeof CaseSummary> {
  const { found, project, unit, progress, filings, names } = picture;
  const institution = (id: string) => ({ id, name: names.get(id) ?? '' });
  const entrusted = entrustedItems(progress.plan);
  return {
    id: found.id,
    version: found.version,
    number: found.number,
    state: found.state,
    projectId: project.id,
    projectNumber: project.number,
    projectName: project.name,
    unitId: unit.id,
    unitName: unit.name,
    regionIds: project.regionIds,
    grade: project.grade,
    firstInstitution: institution(found.firstInstitutionId),
    currentInstitution: institution(progress.currentInstitutionId),
    principal: progress.principal,
    guide: progress.guide,
    stage: progress.stage,
    itemsDone: entrusted.filter((item) => isDone(item, filings)).length,
    itemsTotal: entrusted.length,
    visits: picture.visits,
    trips: picture.trips,
    light: progress.light,
    dueOn: progress.dueOn,
    nextAction: nextAction(picture),
    appliedAt: found.appliedAt?.toISOString() ?? null,
  };
}

export function detailView(picture: Picture, reader: Principal): z.input<typeof CaseDetail> {
  const { found, progress } = picture;
  return {
    ...summaryView(picture),
    entrusted: found.entrusted,
    eligibility: found.eligibility,
    planVersion: progress.planVersion,
    planFrozen: progress.planFrozen,
    items: progress.plan.map((item) => itemView(item, picture)),
    routing: progress.routing,
    questions: progress.questions,
    roadmap: progress.roadmap,
    closedOn: found.closedOn,
    termination: found.termination,
    openItems: found.openItems,
    actions: actionsOf(picture, reader),
    publicPath: publicPathOf(found),
  };
}

const standing = (item: PlanItem, { filings, preApprovals, progress }: Picture): Standing =>
  standingOf(item, { filings, preApprovals, milestones: progress.milestones });

function itemView(item: PlanItem, picture: Picture): z.input<typeof CaseItem> {
  const at = standing(item, picture);
  return { ...item, ...at, departmentName: at.departmentCode && (picture.names.get(at.departmentCode) ?? null) };
}

/** The case as its unit reads it. */
export function progressView(picture: Picture, today: string): z.input<typeof CaseProgress> {
  const { found, project, progress, visits, trips } = picture;
  const { itemsDone, itemsTotal } = summaryView(picture);
  const items = progress.plan.filter(({ need }) => need !== 'not_needed').map((item) => unitItemView(item, picture));
  const turns = yourTurn(picture, today);
  return {
    caseId: found.id,
    number: found.number,
    projectName: project.name,
    state: STATE_WORDS[found.state],
    stage: progress.stage,
    summary: `委托事项${itemsTotal}项,已办结${itemsDone}项;您跑腿${trips}次,我们上门服务${visits}次。${nextAction(picture)}。`,
    stages: stageCounts(items),
    endOn: progress.roadmap?.endOn ?? null,
    items,
    waiting: !turns.includes(NOTHING),
    yourTurn: turns,
  };
}

function unitItemView(item: PlanItem, picture: Picture): z.input<typeof CaseProgress>['items'][number] {
  const { itemCode, name, stage } = item;
  const at = standing(item, picture);
  const { state, since, expectedOn, light } = at;
  const said = { what: whatWords(item, at), who: who(item, at, picture), light: light && LIGHT_WORDS[light] };
  return { itemCode, name, stage, state, since, expectedOn, ...said };
}

const LIGHT_WORDS = { yellow: '临近期限', orange: '今日到期', red: '已超期' };

function who(item: PlanItem, { state, departmentCode }: Standing, { names, progress, unit }: Picture): string {
  const institution = names.get(progress.currentInstitutionId) ?? '帮代办机构';
  const agent = progress.principal ? `${institution}${progress.principal.name}` : institution;
  const waitsForAgent = state === 'not_started' || state === 'not_accepted' || state === 'pre_approved';
  if (state === 'correcting' || (waitsForAgent && !item.entrusted)) return unit.name;
  if (waitsForAgent) return agent;
  return (departmentCode && names.get(departmentCode)) ?? agent;
}

function whatWords(item: PlanItem, { state, notes, documentNumber }: Standing): string {
  const said = notes.length > 0 ? `:${notes.join('、')}` : '';
  const words: Record<ItemState, string> = {
    not_started: item.entrusted ? '尚未申报' : '由企业自办,尚未办理',
    pre_approved: `已取得预审批文件,待换发正式文件${said}`,
    submitted: `已提交,等待受理${said}`,
    not_accepted: `未受理${said}`,
    correcting: `需要补正材料${said}`,
    accepted: '已受理,正在审查',
    special_procedure: `正在进行特别程序${said}`,
    to_be_verified: '结果已登记,等待部门核验',
    decided: `已办结${documentNumber ? `(${documentNumber})` : ''}${said}`,
    ended: `已撤回${said}`,
    revoked: `已被撤销${said}`,
  };
  return words[state];
}
