import { z } from 'zod';
import { command, query } from '../define.js';
import { PlanItem } from '../facts.js';
import { DepartmentCode, Id, Instant, ItemCode, Text, Version, listOf } from '../values.js';

// The item plan 事项清单 of a case: which items it needs, who decides them at which level, and why.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
export const MODES = ['代办', '协助办理', '跟踪', '交易节点', '单位自办', '里程碑', '待确认', '不办理'] as const;

/** What shows that an item need not be handled (R141): only these three are evidence. */
export const NeedEvidence = z
  .object({
    kind: z.enum(['region_assessment', 'exemption_list', 'fact']),
    /** Number of the region assessment, entry of the exemption list, or the fact that excludes the item. */
    reference: Text(300),
    fileId: Id.nullable().default(null),
  })
  .meta({ id: 'NeedEvidence' });

export const ItemPlanLine = PlanItem.extend({
  mode: z.enum(MODES),
  needSource: z.enum(['rule', 'review', 'hand']),
  evidence: NeedEvidence.nullable(),
  /** What must be answered before need or level is certain. */
  questions: z.array(z.string()),
  /** Level whose chief contact is asked; for 市政公用 that of its body. */
  contactLevel: z.enum(['county', 'city', 'province']).nullable(),
  /** To be filed by 告知承诺 (R69). */
  notifyAndCommit: z.boolean(),
}).meta({ id: 'ItemPlanLine' });

/** A fact that open questions ask for, as a form can ask it; without choices it is a number. */
export const FactAsked = z
  .object({
    fact: z.string(),
    question: z.string(),
    choices: z.array(z.object({ value: z.union([z.string(), z.boolean()]), label: z.string() })).nullable(),
  })
  .meta({ id: 'FactAsked' });

export const ItemPlan = z
  .object({
    caseId: Id,
    version: Version,
    /** The 一次性告知书 that froze it; null while it may be revised (R121). */
    noticeNumber: z.string().nullable(),
    revisedAt: Instant,
    revisedBy: z.string(),
    reason: z.string(),
    /** Facts answered after the application. */
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    questions: z.array(z.string()),
    asks: z.array(FactAsked),
    /** `actions` of a line and of the plan: the operations that its reader would not be refused now. */
    items: z.array(ItemPlanLine.extend({ actions: z.array(z.string()) })),
    actions: z.array(z.string()),
    /** Names of the bodies in `items`. */
    bodies: z.record(DepartmentCode, z.string()),
  })
  .meta({ id: 'ItemPlan' });

export const ItemPlanRevision = z
  .object({
    version: Version,
    noticeNumber: z.string().nullable(),
    revisedAt: Instant,
    revisedBy: z.string(),
    reason: z.string(),
    /** How many items are needed. */
    needed: z.int(),
  })
  .meta({ id: 'ItemPlanRevision' });

export const getItemPlan = query('approvals.get-item-plan', {
  http: ['GET', '/cases/:caseId/item-plan'],
  permission: 'item-plan:read',
  title: ['项目事项清单(层级、部门与理由)', 'The item plan of a case'],
  input: z.object({ caseId: Id }),
  output: ItemPlan,
  errors: ['case_not_found', 'not_yet_known'],
  example: { caseId: EXAMPLE_ID },
});

export const listItemPlanVersions = query('approvals.list-item-plan-versions', {
  http: ['GET', '/cases/:caseId/item-plan/versions'],
  permission: 'item-plan:read',
  title: ['事项清单历次版本', 'Versions of an item plan'],
  input: z.object({ caseId: Id }),
  output: listOf(ItemPlanRevision),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});

export const getItemPlanVersion = query('approvals.get-item-plan-version', {
  http: ['GET', '/cases/:caseId/item-plan/versions/:version'],
  permission: 'item-plan:read',
  title: ['事项清单某一版本', 'One version of an item plan'],
  input: z.object({ caseId: Id, version: z.coerce.number().int().min(1).max(100_000) }),
  output: ItemPlanRevision.extend({ items: z.array(ItemPlanLine) }),
  errors: ['case_not_found', 'not_found'],
  example: { caseId: EXAMPLE_ID, version: 1 },
});

const inPlan = { caseId: Id, itemCode: ItemCode };
const revision = { key: 'caseId', output: ItemPlan, permission: 'item-plan:revise' } as const;
const REFUSALS = [
  'case_not_found',
  'not_yet_known',
  'case_is_over',
  'plan_of_first_institution',
  'item_plan_frozen',
] as const;

export const answerFacts = command('approvals.answer-facts', {
  ...revision,
  http: ['PUT', '/cases/:caseId/facts'],
  title: ['补充登记项目情况(重新核定事项与层级)', 'Record facts a project lacked; the plan is decided anew'],
  input: z.object({
    caseId: Id,
    facts: z
      .record(
        z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
        z.union([z.string().trim().min(1).max(100), z.number(), z.boolean()]),
      )
      .refine((facts) => Object.keys(facts).length > 0 && Object.keys(facts).length <= 50, '请填写1至50项情况'),
    reason: Text(500).optional(),
  }),
  errors: [...REFUSALS, 'fact_unknown', 'fact_answer_unknown'],
  example: { caseId: EXAMPLE_ID, facts: { annual_energy_tce: 620, land: 'existing' } },
});

export const setItemLevel = command('approvals.set-item-level', {
  ...revision,
  http: ['PUT', '/cases/:caseId/item-plan/items/:itemCode/level'],
  title: ['人工确定权限待确认事项的层级', 'Set by hand a level that the rules leave open'],
  input: z.object({
    ...inPlan,
    level: z.enum(['county', 'city', 'province']),
    /** The deciding body; without it the usual one of that level. */
    body: DepartmentCode.nullable().default(null),
    reason: Text(500),
  }),
  errors: [...REFUSALS, 'item_outside_plan', 'item_not_needed', 'level_settled', 'department_unknown'],
  example: { caseId: EXAMPLE_ID, itemCode: 'P07', level: 'city', reason: '经与市水利局核实,该河段由市级管理' },
});

export const setItemMode = command('approvals.set-item-mode', {
  ...revision,
  permission: 'item-plan:set-mode',
  http: ['PUT', '/cases/:caseId/item-plan/items/:itemCode/mode'],
  title: ['设定事项的服务方式和告知承诺', 'Set how an item is served and whether by notify-and-commit'],
  input: z.object({
    ...inPlan,
    mode: z.enum(['代办', '协助办理', '单位自办']),
    notifyAndCommit: z.boolean().default(false),
    reason: Text(500),
  }),
  errors: [
    ...REFUSALS,
    'item_outside_plan',
    'item_not_needed',
    'item_not_entrusted',
    'mode_not_for_class',
    'mode_fixed',
    'commitment_excluded',
    'commitment_not_offered',
  ],
  example: { caseId: EXAMPLE_ID, itemCode: 'M01', mode: '协助办理', reason: '项目单位已自行联系供水企业' },
});

export const markItemNotNeeded = command('approvals.mark-item-not-needed', {
  ...revision,
  http: ['POST', '/cases/:caseId/item-plan/items/:itemCode/exemption'],
  title: ['标记事项免办或不涉及(须有依据)', 'Mark an item as exempt or not concerned, with evidence'],
  input: z.object({
    ...inPlan,
    /** 免办 rests on a region assessment or an exemption list, 不涉及 on a fact (R141). */
    ground: z.enum(['免办', '不涉及']),
    evidence: NeedEvidence.nullable().default(null),
    reason: Text(500),
  }),
  errors: [...REFUSALS, 'item_outside_plan', 'item_not_needed', 'milestone_always_needed', 'exemption_needs_evidence'],
  example: {
    caseId: EXAMPLE_ID,
    itemCode: 'P05',
    ground: '免办',
    evidence: { kind: 'region_assessment', reference: '寿水评〔2026〕3号' },
    reason: '位于已完成水土保持区域评估的园区',
  },
});

export const markItemNeeded = command('approvals.mark-item-needed', {
  ...revision,
  http: ['POST', '/cases/:caseId/item-plan/items/:itemCode/exemption/withdrawal'],
  title: ['恢复事项为需要办理', 'An item is needed after all'],
  input: z.object({ ...inPlan, reason: Text(500) }),
  errors: [...REFUSALS, 'item_outside_plan', 'item_needed_already'],
  example: { caseId: EXAMPLE_ID, itemCode: 'P05', reason: '区域评估结果已失效' },
});

export const reopenItemPlan = command('approvals.reopen-item-plan', {
  ...revision,
  http: ['POST', '/cases/:caseId/item-plan/reopening'],
  title: ['为新版一次性告知书重新核定事项清单', 'Open a frozen plan for a new version of the notice'],
  input: z.object({ caseId: Id, reason: Text(500) }),
  errors: ['case_not_found', 'not_yet_known', 'case_is_over', 'plan_of_first_institution', 'item_plan_not_frozen'],
  example: { caseId: EXAMPLE_ID, reason: '建设方案调整,新增危险化学品储存' },
});
