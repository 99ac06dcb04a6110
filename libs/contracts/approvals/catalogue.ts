import { z } from 'zod';
import { query } from '../define.js';
import { DepartmentCode, ItemCode, PlainDate, Text, listOf } from '../values.js';

// The item catalogue 事项: what there is to handle, what it needs, and who is competent.

export const ITEM_STAGES = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收', '并行推进'] as const;
const Level = z.enum(['province', 'city', 'county']);

export const CatalogueItem = z
  .object({
    code: ItemCode,
    name: z.string(),
    stage: z.enum(ITEM_STAGES),
    /** The stage a helper must be qualified for (R20). */
    helperStage: z.string(),
    kind: z.string(),
    levels: z.array(Level),
    /** Body that decides at the city, null where the unit acts by itself or nothing is decided. */
    decider: DepartmentCode.nullable(),
    /** Typical promise in working days, not the published one of the city; 0 = on the spot or none. */
    promisedWorkdays: z.int(),
    preApproval: z.boolean(),
    deferral: z.boolean(),
    notifyAndCommit: z.boolean(),
    /** D03–D05 are handled inside D06. */
    partOf: ItemCode.nullable(),
    /** 1, 2, …: which edition of the catalogue's row this is. */
    edition: z.int(),
    validFrom: PlainDate,
  })
  .meta({ id: 'CatalogueItem' });

export const CatalogueMaterial = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Who brings it, in words. */
    source: z.string(),
    form: z.boolean(),
    importance: z.enum(['核心要件', '次要材料']),
    /** Working days after acceptance by which it may follow 容缺; null = not deferrable. */
    deferralWorkdays: z.int().nullable(),
    note: z.string(),
  })
  .meta({ id: 'CatalogueMaterial' });

export const CatalogueItemDetail = CatalogueItem.extend({
  nameEn: z.string(),
  applicant: z.enum(['unit', 'government']),
  statutory: z.object({
    /** 0 = none. */
    amount: z.int(),
    unit: z.enum(['工作日', '日', '月']),
    /** max = limit of the authority, min = waiting period, unit_duty = the unit's own deadline. */
    kind: z.enum(['max', 'min', 'unit_duty']).nullable(),
    variants: z.array(z.string()),
  }),
  statutoryClockStop: z.array(z.string()),
  promiseClockStop: z.array(z.string()),
  validity: z.string(),
  outputDocument: z.string(),
  conditionNote: z.string(),
  /** One sentence for each group that must be met before the decision. */
  prerequisites: z.array(z.string()),
  materials: z.array(CatalogueMaterial),
}).meta({ id: 'CatalogueItemDetail' });

export const CompetenceEntry = z
  .object({
    itemCode: ItemCode,
    itemName: z.string(),
    /** `*` or region ids. */
    unitIds: z.array(z.string()),
    /** Facts of the project, empty = none. */
    condition: z.string(),
    level: Level,
    /** `*-JTJ` = the body of that function in the project's county. */
    legalBody: z.string(),
    legalBodyName: z.string(),
    handlingBody: z.string(),
    handlingBodyName: z.string(),
    ruleKind: z.enum(['fixed', 'threshold', 'branch', 'delegation']),
    basis: z.string(),
    validFrom: PlainDate,
    validTo: PlainDate.nullable(),
    note: z.string(),
  })
  .meta({ id: 'CompetenceEntry' });

export const listItems = query('approvals.list-items', {
  http: ['GET', '/items'],
  permission: 'public',
  title: ['事项目录', 'Item catalogue'],
  input: z.object({
    stage: z.enum(ITEM_STAGES).optional(),
    level: Level.optional(),
    /** Part of the name or the code. */
    q: Text(60).optional(),
  }),
  output: listOf(CatalogueItem),
  errors: [],
  example: { stage: '施工许可', q: '许可' },
});

export const getItem = query('approvals.get-item', {
  http: ['GET', '/items/:code'],
  permission: 'public',
  title: ['事项办事指南(材料与前置事项)', 'An item with its materials and prerequisites'],
  input: z.object({ code: ItemCode }),
  output: CatalogueItemDetail,
  errors: ['item_not_found'],
  example: { code: 'B02' },
});

export const listCompetence = query('approvals.list-competence', {
  http: ['GET', '/competence'],
  permission: 'catalogue:read',
  title: ['权限条目', 'Who decides which item under which condition'],
  input: z.object({ itemCode: ItemCode.optional() }),
  output: listOf(CompetenceEntry),
  errors: [],
  example: { itemCode: 'P01' },
});
