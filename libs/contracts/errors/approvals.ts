import { filingErrors } from './filings.js';
import { preApprovalErrors } from './pre-approvals.js';

/** Refusals of the approvals service; the sentences of F01–F10 and the reserve messages are those of rules.md, section M. */
export const approvalsErrors = {
  ...filingErrors,
  ...preApprovalErrors,

  item_not_found: {
    status: 404,
    zh: '事项目录中没有编码为{code}的事项,请核对。',
    en: 'The catalogue has no item {code}.',
  },

  plan_of_first_institution: {
    status: 403,
    zh: '事项清单由首接机构编制和调整,请联系该项目的首接机构。',
    en: 'The item plan is kept by the first institution of the case; ask it.',
  },
  item_plan_frozen: {
    status: 409,
    zh: '事项清单已随一次性告知书({notice})固化。确需调整的,请先为新版告知书重新核定,再作修改。',
    en: 'The item plan is frozen by the notice {notice}; reopen it for a new version of the notice first.',
  },
  item_plan_not_frozen: {
    status: 409,
    zh: '事项清单尚未固化,可直接修改。',
    en: 'The item plan is not frozen; revise it directly.',
  },
  item_not_needed: {
    status: 409,
    zh: '“{item}”已核定为不需要办理;如需办理,请先恢复。',
    en: '{item} is not needed; mark it as needed first.',
  },
  item_needed_already: { status: 409, zh: '“{item}”本来就需要办理。', en: '{item} is needed already.' },
  level_settled: {
    status: 409,
    zh: '“{item}”的办理层级已按规则确定:{reason}只有权限待确认的事项可以人工确定。',
    en: 'The level of {item} follows from the rules ({reason}); only an open one is set by hand.',
  },
  department_unknown: { status: 422, zh: '没有编码为{code}的部门,请核对。', en: 'There is no department {code}.' },
  fact_unknown: {
    status: 422,
    zh: '没有名为{facts}的项目情况,请核对名称。',
    en: 'No fact of a project is called {facts}.',
  },
  fact_answer_unknown: {
    status: 422,
    zh: '“{question}”请从以下答案中选择:{answers}。',
    en: '{question} takes one of {answers}.',
  },
  mode_not_for_class: {
    status: 422,
    zh: '“{item}”属于{class},只能协助办理,不能代办。',
    en: '{item} is {class}: it can only be helped with, not handled for the unit.',
  },
  mode_fixed: {
    status: 422,
    zh: '“{item}”为{mode},不能改为其他服务方式。',
    en: '{item} is {mode}; its mode is fixed.',
  },
  milestone_always_needed: {
    status: 422,
    zh: '“{item}”是项目里程碑,不能标记为免办或不涉及。',
    en: '{item} is a milestone and always belongs to the project.',
  },
  exemption_needs_evidence: {
    status: 422,
    zh: '“{item}”标记为{ground}须有依据:{wanted},请补充后再提交。',
    en: 'Marking {item} as {ground} needs evidence: {wanted}.',
  },

  roadmap_not_found: {
    status: 404,
    zh: '该项目还没有这一版路线图,请先编制。',
    en: 'There is no such roadmap; draw it first.',
  },
  roadmap_no_draft: {
    status: 409,
    zh: '没有待签认的路线图草稿,请先编制。',
    en: 'There is no draft to sign; draw one first.',
  },
  roadmap_agent_only: {
    status: 403,
    zh: '请由本项目首接机构、承办机构或帮代办团队的人员办理。',
    en: 'Only agents of the first or handling institution or of the team may do this.',
  },
  roadmap_guide_only: {
    status: 403,
    zh: '路线图须由本项目的审批流程指导员,或首接、承办机构的审批流程指导员签认。',
    en: 'The roadmap is signed by the guide of the case or one of the first or handling institution.',
  },
  roadmap_frozen: {
    status: 409,
    zh: '路线图已固化(第{version}版)。请写明调整理由,经审批流程指导员签认后形成新版本,原版本保留。',
    en: 'The roadmap is frozen (version {version}): state the reason; signed by a guide it becomes a new version.',
  },
  roadmap_evidence_missing: {
    status: 422,
    zh: '暂不能编制路线图,请先补充:{missing}。',
    en: 'The roadmap cannot be drawn yet; supply: {missing}.',
  },
  land_not_ahead: {
    status: 409,
    zh: '该项目没有待出让的土地或施工许可,不适用“拿地即开工”。',
    en: 'No land grant and permit lie ahead: land-to-start does not apply.',
  },
  roadmap_item_unknown: { status: 422, zh: '路线图中没有编码为{code}的事项。', en: '{code} is not in the roadmap.' },
  roadmap_order: {
    status: 422,
    zh: '“{item}”计划{on}办结,早于其前置事项“{before}”的计划办结日{beforeOn},请调整日期。',
    en: '{item} would end on {on}, before its prerequisite {before} on {beforeOn}.',
  },
  roadmap_before_start: {
    status: 422,
    zh: '计划办结日不能早于路线图的起算日({startOn})。',
    en: 'Nothing can end before the roadmap starts ({startOn}).',
  },
  not_a_workday: { status: 422, zh: '{day}不是工作日,请选择工作日。', en: '{day} is not a working day.' },
  calendar_too_short: {
    status: 409,
    zh: '工作日历只到{to},请管理员补充日历后再编制。',
    en: 'The working calendar ends on {to}; ask an administrator to extend it.',
  },

  milestone_reached: { status: 409, zh: '“{name}”已登记({on})。', en: '{name} is recorded already ({on}).' },
  milestone_order: {
    status: 409,
    zh: '请先登记“{before}”,且“{name}”的日期不能早于它。',
    en: 'Record {before} first; {name} cannot be earlier.',
  },
  construction_without_permit: {
    status: 409,
    zh: '“{item}”目前仅有预审批文件,不能开工。请先换发正式施工许可证。',
    en: '{item} is only pre-approved: construction cannot start before the conversion.',
  },
} as const;
