import { z } from 'zod';
import { command, query } from '../define.js';
import { DepartmentCode, Id, ItemCode, PlainDate, Text, listOf } from '../values.js';

const NoticeItem = z.object({
  itemCode: ItemCode,
  name: z.string(),
  stage: z.string(),
  /** false = 由企业自办: told all the same (R47). */
  entrusted: z.boolean(),
  level: z.string(),
  departmentCode: DepartmentCode.nullable(),
  departmentName: z.string().nullable(),
  promisedWorkdays: z.int().nullable(),
});

/** 一次性告知书: every item and the process, dated and numbered, issued once (R47). */
export const RequirementsNotice = z
  .object({
    id: Id,
    caseId: Id,
    number: z.string(),
    noticeVersion: z.int(),
    issuedOn: PlainDate,
    issuedBy: z.string(),
    institutionName: z.string(),
    /** Of a second version. */
    reason: z.string().nullable(),
    items: z.array(NoticeItem),
    notNeeded: z.array(z.object({ itemCode: ItemCode, name: z.string(), reason: z.string() })),
    /** The document as the unit reads it. */
    text: z.string(),
  })
  .meta({ id: 'RequirementsNotice' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

/** Freezes the levels (R121). A second version needs a reason and is issued by the manager, whose act is the approval. */
export const issueNotice = command('projects.issue-notice', {
  http: ['POST', '/cases/:caseId/notices'],
  key: 'caseId',
  permission: 'notice:issue',
  title: ['出具一次性告知书', 'Issue the requirements notice'],
  input: z.object({ caseId: Id, reason: Text(500).optional() }),
  output: RequirementsNotice,
  errors: [
    'case_not_found',
    'case_state',
    'not_first_institution',
    'review_not_closed',
    'notice_needs_reason',
    'notice_needs_manager',
  ],
  example: { caseId },
});

export const listNotices = query('projects.list-notices', {
  http: ['GET', '/cases/:caseId/notices'],
  permission: 'case:read',
  title: ['查看一次性告知书', 'List the requirements notices of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(RequirementsNotice),
  errors: ['case_not_found'],
  example: { caseId },
});
