import { z } from 'zod';
import { command, query } from '../define.js';
import { DepartmentCode, Id, Instant, ItemCode, Paging, PlainDate, Text, Version, listOf, pageOf } from '../values.js';

/** 符合 / 缺条件 / 不适用 (R48). */
export const OPINIONS = ['meets', 'lacks', 'not_applicable'] as const;

export const ReviewOpinion = z
  .object({
    itemCode: ItemCode,
    departmentCode: DepartmentCode,
    departmentName: z.string(),
    /** The decider's opinion counts, the others are recorded beside it. */
    decides: z.boolean(),
    opinion: z.enum(OPINIONS),
    text: z.string(),
    /** The scan of a written opinion of a department that did not come. */
    fileId: Id.nullable(),
    givenBy: z.string(),
    givenAt: Instant,
  })
  .meta({ id: 'ReviewOpinion' });

const Conclusion = z.object({ itemCode: ItemCode, need: z.enum(['needed', 'not_needed']), reason: z.string() });

/** 联合预审: convened by the first institution, also after a transfer (R46–R48). */
export const JointReview = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    convenedOn: PlainDate,
    convenedBy: z.string(),
    meetingOn: PlainDate.nullable(),
    place: z.string().nullable(),
    opinionsDueOn: PlainDate,
    invited: z.array(
      z.object({ departmentCode: DepartmentCode, departmentName: z.string(), itemCodes: z.array(ItemCode) }),
    ),
    opinions: z.array(ReviewOpinion),
    /** What still keeps it from being closed, as 「事项(部门)」. */
    missing: z.array(z.string()),
    attendance: z.array(z.string()),
    minutes: z.string().nullable(),
    closedOn: PlainDate.nullable(),
    conclusions: z.array(Conclusion),
  })
  .meta({ id: 'JointReview' });

const INSIDE = { caseId: Id, reviewId: Id };
const ids = { caseId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f', reviewId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e60' };
const actErrors = ['case_not_found', 'case_state', 'not_first_institution'] as const;
const opinionErrors = ['case_not_found', 'not_found', 'review_closed', 'not_invited'] as const;

export const conveneReview = command('projects.convene-review', {
  http: ['POST', '/cases/:caseId/joint-reviews'],
  key: 'caseId',
  permission: 'joint-review:convene',
  title: ['召开联合预审', 'Convene the joint review'],
  input: z.object({
    caseId: Id,
    opinionsDueOn: PlainDate,
    meetingOn: PlainDate.optional(),
    place: Text(100).optional(),
  }),
  output: JointReview,
  errors: [...actErrors, 'not_yet_known', 'opinions_due_too_soon', 'review_open'],
  example: {
    caseId: ids.caseId,
    opinionsDueOn: '2026-11-27',
    meetingOn: '2026-11-26',
    place: '市政务服务中心第三会议室',
  },
});

/** An opinion of the reader's own department; given again it is corrected, until the review is closed. */
export const giveOpinion = command('projects.give-opinion', {
  http: ['POST', '/cases/:caseId/joint-reviews/:reviewId/opinions'],
  key: 'caseId',
  permission: 'joint-review:opine',
  title: ['提出预审意见', 'Give an opinion'],
  input: z.object({ ...INSIDE, itemCode: ItemCode, opinion: z.enum(OPINIONS), text: Text(1000) }),
  output: JointReview,
  errors: opinionErrors,
  example: { ...ids, itemCode: 'B02', opinion: 'meets', text: '符合规划条件。' },
});

/** The written opinion of an absent department, entered with its scan by whoever convened (R46). */
export const recordWrittenOpinion = command('projects.record-written-opinion', {
  http: ['POST', '/cases/:caseId/joint-reviews/:reviewId/written-opinions'],
  key: 'caseId',
  permission: 'joint-review:convene',
  title: ['登记书面预审意见', 'Record a written opinion'],
  input: z.object({
    ...INSIDE,
    departmentCode: DepartmentCode,
    itemCode: ItemCode,
    opinion: z.enum(OPINIONS),
    text: Text(1000),
    fileId: Id,
  }),
  output: JointReview,
  errors: [...opinionErrors, 'not_first_institution'],
  example: {
    ...ids,
    departmentCode: 'SD-ZRZY',
    itemCode: 'A12',
    opinion: 'meets',
    text: '书面意见:符合。',
    fileId: ids.caseId,
  },
});

export const closeReview = command('projects.close-review', {
  http: ['POST', '/cases/:caseId/joint-reviews/:reviewId/closing'],
  key: 'caseId',
  permission: 'joint-review:convene',
  title: ['结束联合预审并形成结论', 'Close the joint review'],
  input: z.object({
    ...INSIDE,
    minutes: Text(5000),
    attendance: z.array(Text(100)).max(100).default([]),
    /** Items not named here follow their decider: 不适用 = not needed, else needed. */
    conclusions: z
      .array(z.object({ itemCode: ItemCode, need: z.enum(['needed', 'not_needed']), reason: Text(500) }))
      .max(100)
      .default([]),
  }),
  output: JointReview,
  errors: [...actErrors, 'not_found', 'review_closed', 'opinions_missing', 'conclusions_missing', 'item_not_in_plan'],
  example: { ...ids, minutes: '各部门对项目所涉事项无异议。', attendance: ['寿光市自然资源和规划局 代表'] },
});

export const listReviews = query('projects.list-reviews', {
  http: ['GET', '/cases/:caseId/joint-reviews'],
  permission: 'case:read',
  title: ['查看联合预审', 'List the joint reviews of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(JointReview),
  errors: ['case_not_found'],
  example: { caseId: ids.caseId },
});

/** A review that is not closed, as queues show it. */
export const OpenReview = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    caseNumber: z.string(),
    projectName: z.string(),
    convenedOn: PlainDate,
    convenedBy: z.string(),
    meetingOn: PlainDate.nullable(),
    place: z.string().nullable(),
    /** By when every opinion is asked for, and its light. */
    dueOn: PlainDate,
    light: z.enum(['normal', 'yellow', 'orange', 'red']),
    /** What is still to be said, of a department its own part only. */
    asked: z.array(
      z.object({
        itemCode: ItemCode,
        itemName: z.string(),
        departmentCode: DepartmentCode,
        departmentName: z.string(),
        /** Without this opinion the review cannot be closed. */
        decides: z.boolean(),
      }),
    ),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'OpenReview' });

/** Across cases, the earliest due first. `me`: those in which an opinion of the reader's own department is still missing. */
export const listOpenReviews = query('projects.list-open-reviews', {
  http: ['GET', '/joint-reviews'],
  permission: 'case:read',
  title: ['待提意见的联合预审', 'Open joint reviews of the cases one may see'],
  input: z.object({ ...Paging, awaiting: z.enum(['me', 'all']).default('all') }),
  output: pageOf(OpenReview),
  errors: [],
  example: { awaiting: 'me' },
});
