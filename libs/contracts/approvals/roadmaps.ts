import { z } from 'zod';
import { command, query } from '../define.js';
import { DepartmentCode, Id, Instant, ItemCode, PlainDate, QueryFlag, Text, listOf } from '../values.js';

// The roadmap 路线图 of a case: every item of its own set with its dates, signed by a guide.

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

/** Working days from day 0 and the days they fall on; an item's own days count from the day after its start. */
export const RoadmapSpan = z
  .object({
    start: z.int(),
    end: z.int(),
    startsOn: PlainDate,
    endsOn: PlainDate,
    /** Working days its end may slip before the whole ends later. */
    slack: z.int(),
    /** On the critical path. */
    critical: z.boolean(),
  })
  .meta({ id: 'RoadmapSpan' });

export const RoadmapNode = z
  .object({
    itemCode: ItemCode,
    name: z.string(),
    stage: z.string(),
    kind: z.string(),
    entrusted: z.boolean(),
    mode: z.string(),
    /** Body or party whose step this is, in words. */
    responsible: z.string(),
    handlingBody: DepartmentCode.nullable(),
    /** The agent who sees to it, where it is entrusted. */
    agentName: z.string().nullable(),
    /** All of any: the prerequisites within the own set. */
    prerequisites: z.array(z.array(ItemCode)),
    /** Decided or back-filled before the roadmap was drawn: it takes no time (R130). */
    done: z.boolean(),
    /** A date set by hand. */
    moved: z.boolean(),
    /** 审批口径: only the days of approvals. */
    approval: RoadmapSpan,
    /** 全口径: every item's days; these are the planned dates. */
    full: RoadmapSpan,
  })
  .meta({ id: 'RoadmapNode' });

/** From–on: what has come true, and what is expected as things stand; working days by which it ends late. */
export const RoadmapForecast = z
  .object({
    /** First applied for; null before, and where no application was made here. */
    actualFrom: PlainDate.nullable(),
    actualOn: PlainDate.nullable(),
    forecastFrom: PlainDate,
    forecastOn: PlainDate,
    workdaysLate: z.int(),
  })
  .meta({ id: 'RoadmapForecast' });

/** A stretch in which a filing of the item stood still; `to` is null while it lasts. */
export const RoadmapSuspension = z
  .object({
    kind: z.enum(['correction', 'special_procedure']),
    cause: z.string(),
    works: z.string().nullable(),
    from: PlainDate,
    to: PlainDate.nullable(),
  })
  .meta({ id: 'RoadmapSuspension' });

export const RoadmapEntry = RoadmapNode.extend({
  forecast: RoadmapForecast,
  /** As the first frozen version had it; null where that lacks it. */
  original: z.object({ startsOn: PlainDate, endsOn: PlainDate }).nullable(),
  suspensions: z.array(RoadmapSuspension),
}).meta({ id: 'RoadmapEntry' });

const RoadmapHead = z.object({
  id: Id,
  caseId: Id,
  /** 1, 2, … of the frozen versions; null = draft. */
  number: z.int().nullable(),
  startOn: PlainDate,
  constructionMonths: z.int(),
  presaleWorkdays: z.int(),
  endOn: PlainDate,
  /** Working days in all, 审批口径 and 全口径. */
  approvalWorkdays: z.int(),
  fullWorkdays: z.int(),
  /** Version of the item plan it was drawn from. */
  planVersion: z.int(),
  drawnUpBy: z.string(),
  reason: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedAt: Instant.nullable(),
  /** Its dates reach beyond the published calendar. */
  assumed: z.boolean(),
});

export const RoadmapVersion = RoadmapHead.meta({ id: 'RoadmapVersion' });
export const Roadmap = RoadmapHead.extend({
  nodes: z.array(RoadmapEntry),
  /** What its reader must know: assumed calendar, items still to be checked, decisions expected late. */
  warnings: z.array(z.string()),
  /** A draft waits for its signature, be it this one or beside the version in force. */
  draftOpen: z.boolean(),
  /** What this reader may do with the roadmap of the case now, by operation. */
  actions: z.array(z.string()),
}).meta({ id: 'Roadmap' });

const read = { permission: 'roadmap:read' } as const;
const DRAW_REFUSALS = [
  'case_not_found',
  'not_yet_known',
  'case_is_over',
  'roadmap_agent_only',
  'roadmap_frozen',
  'roadmap_evidence_missing',
  'calendar_too_short',
] as const;

export const drawRoadmap = command('approvals.draw-roadmap', {
  http: ['POST', '/cases/:caseId/roadmaps'],
  key: 'caseId',
  permission: 'roadmap:draw',
  title: ['编制路线图(草稿)', 'Draw up a roadmap; it stays a draft until a guide signs it'],
  input: z.object({
    caseId: Id,
    startOn: PlainDate,
    /** 建设工期 between G01 and G02; the project's own unless given. */
    constructionMonths: z.int().min(0).max(120).optional(),
    /** From G01 to the presale milestone G04. */
    presaleWorkdays: z.int().min(0).max(1_000).default(0),
    /** Required once a version is frozen (R79). */
    reason: Text(500).nullable().default(null),
  }),
  output: Roadmap,
  errors: DRAW_REFUSALS,
  example: { caseId: EXAMPLE_ID, startOn: '2026-11-23' },
});

export const freezeRoadmap = command('approvals.freeze-roadmap', {
  http: ['POST', '/cases/:caseId/roadmap/signature'],
  key: 'caseId',
  permission: 'roadmap:sign',
  title: ['审批流程指导员签认,固化路线图', 'The guide signs the draft: it becomes the next frozen version'],
  input: z.object({ caseId: Id }),
  output: Roadmap,
  errors: ['case_not_found', 'not_yet_known', 'case_is_over', 'roadmap_guide_only', 'roadmap_no_draft'],
  example: { caseId: EXAMPLE_ID },
});

export const moveRoadmapDate = command('approvals.move-roadmap-date', {
  http: ['PUT', '/cases/:caseId/roadmap/items/:itemCode/date'],
  key: 'caseId',
  permission: 'roadmap:draw',
  title: ['调整事项的计划办结日', 'Move the day an item is planned to end on'],
  input: z.object({ caseId: Id, itemCode: ItemCode, endsOn: PlainDate, reason: Text(500).nullable().default(null) }),
  output: Roadmap,
  errors: [
    ...DRAW_REFUSALS,
    'roadmap_not_found',
    'roadmap_item_unknown',
    'not_a_workday',
    'roadmap_before_start',
    'roadmap_order',
  ],
  example: { caseId: EXAMPLE_ID, itemCode: 'C05', endsOn: '2027-03-26', reason: '招标公告顺延' },
});

export const tryRoadmapMove = query('approvals.try-roadmap-move', {
  http: ['GET', '/cases/:caseId/roadmap/items/:itemCode/move'],
  ...read,
  title: ['试算:移动一个日期会影响哪些事项', 'What would follow if an item ended on another day'],
  input: z.object({
    caseId: Id,
    itemCode: ItemCode,
    endsOn: PlainDate,
    target: ItemCode.default('G01'),
    /** The day the target must not miss; as planned unless given. */
    targetOn: PlainDate.optional(),
  }),
  output: z.object({
    moved: z.array(
      z.object({ itemCode: ItemCode, name: z.string(), from: PlainDate, to: PlainDate, workdays: z.int() }),
    ),
    target: z.object({ itemCode: ItemCode, name: z.string(), by: PlainDate, endsOn: PlainDate, missed: z.boolean() }),
  }),
  errors: [
    'case_not_found',
    'roadmap_not_found',
    'roadmap_item_unknown',
    'not_a_workday',
    'roadmap_before_start',
    'roadmap_order',
    'calendar_too_short',
  ],
  example: { caseId: EXAMPLE_ID, itemCode: 'C05', endsOn: '2027-03-26', target: 'C04' },
});

export const getRoadmap = query('approvals.get-roadmap', {
  http: ['GET', '/cases/:caseId/roadmap'],
  ...read,
  title: ['现行路线图(尚未固化时为草稿)', 'The roadmap in force, or the draft'],
  input: z.object({ caseId: Id, draft: QueryFlag.optional() }),
  output: Roadmap,
  errors: ['case_not_found', 'roadmap_not_found', 'roadmap_no_draft'],
  example: { caseId: EXAMPLE_ID },
});

export const listRoadmapVersions = query('approvals.list-roadmap-versions', {
  http: ['GET', '/cases/:caseId/roadmap/versions'],
  ...read,
  title: ['路线图历次版本', 'Frozen versions of the roadmap'],
  input: z.object({ caseId: Id }),
  output: listOf(RoadmapVersion),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});

const Number = z.coerce.number().int().min(1).max(10_000);

export const getRoadmapVersion = query('approvals.get-roadmap-version', {
  http: ['GET', '/cases/:caseId/roadmap/versions/:number'],
  ...read,
  title: ['路线图某一版本', 'One frozen version'],
  input: z.object({ caseId: Id, number: Number }),
  output: Roadmap,
  errors: ['case_not_found', 'roadmap_not_found'],
  example: { caseId: EXAMPLE_ID, number: 1 },
});

export const compareRoadmaps = query('approvals.compare-roadmaps', {
  http: ['GET', '/cases/:caseId/roadmap/comparison'],
  ...read,
  title: ['逐项比较两个版本的路线图', 'Two frozen versions line by line'],
  input: z.object({ caseId: Id, from: Number, to: Number }),
  output: z.object({
    items: z.array(
      z.object({
        itemCode: ItemCode,
        name: z.string(),
        change: z.enum(['added', 'removed', 'moved', 'same']),
        fromStartsOn: PlainDate.nullable(),
        fromEndsOn: PlainDate.nullable(),
        toStartsOn: PlainDate.nullable(),
        toEndsOn: PlainDate.nullable(),
        /** On the critical path; null where the version lacks it. */
        fromCritical: z.boolean().nullable(),
        toCritical: z.boolean().nullable(),
        /** Working days by which it ends later; null where one version lacks it. */
        workdays: z.int().nullable(),
      }),
    ),
  }),
  errors: ['case_not_found', 'roadmap_not_found'],
  example: { caseId: EXAMPLE_ID, from: 1, to: 2 },
});

/** 拿地即开工: the T0 table of the roadmap in force; working days from day 0, `offset` from the day the land is granted. */
export const getLandToStart = query('approvals.get-land-to-start', {
  http: ['GET', '/cases/:caseId/roadmap/land-to-start'],
  ...read,
  title: ['拿地即开工时间表', 'What is pre-approved before the land is granted and converted after it'],
  input: z.object({ caseId: Id }),
  output: z.object({
    /** T0, the day the grant contract is signed. */
    contractDay: z.int(),
    preApprovedBy: z.int(),
    /** By which the construction permit comes sooner than without pre-approval. */
    daysSaved: z.int(),
    lines: z.array(
      z.object({
        itemCode: ItemCode,
        name: z.string(),
        act: z.enum(['formal', 'pre_approval', 'conversion', 'milestone']),
        start: z.int(),
        end: z.int(),
        offset: z.int(),
      }),
    ),
  }),
  errors: ['case_not_found', 'roadmap_not_found', 'land_not_ahead'],
  example: { caseId: EXAMPLE_ID },
});
