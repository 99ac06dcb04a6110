import { z } from 'zod';
import { command } from '../define.js';
import { Id, PlainDate, Text } from '../values.js';
import { PreApproval, byPreApprovalAuthority } from './pre-approvals.js';

// From a pre-approval to the formal document: conditions that are met, conversion, review after a change (R54, R55, R57).

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
const ofOne = { id: Id };
const act = { key: 'id', output: PreApproval } as const;

/** With its evidence; a condition that is an item's own document is met by that item and not by hand. */
export const meetCondition = command('approvals.meet-condition', {
  ...act,
  http: ['POST', '/pre-approvals/:id/conditions/:conditionId'],
  permission: 'approval:complete',
  title: ['登记缺失条件已达到', 'Record that a missing condition is met'],
  input: z.object({ ...ofOne, conditionId: Id, on: PlainDate, fileId: Id }),
  errors: [
    'pre_approval_not_found',
    'pre_approval_state',
    'not_the_applicant',
    'not_your_department',
    'condition_not_found',
    'condition_met_by_item',
    'condition_met_before',
    'date_in_the_future',
  ],
  example: { id: EXAMPLE_ID, conditionId: EXAMPLE_ID, on: '2026-11-23', fileId: EXAMPLE_ID },
});

/** 换发: makes the formal approval, linked both ways; no new application (R54, R57). */
export const convertPreApproval = command('approvals.convert-pre-approval', {
  ...act,
  http: ['POST', '/pre-approvals/:id/conversion'],
  permission: 'pre-approval:decide',
  title: ['换发正式文件', 'Convert into the formal document'],
  input: z.object({ ...ofOne, documentNumber: Text(80), decidedOn: PlainDate }),
  errors: [
    ...byPreApprovalAuthority,
    'missing_conditions_open',
    'upstream_not_formal',
    'content_changed',
    'prerequisites_open',
    'only_pre_approved',
    'evidence_missing',
    'filing_exists',
    'date_in_the_future',
  ],
  example: { id: EXAMPLE_ID, documentNumber: '地字第370783202600001号', decidedOn: '2026-11-23' },
});

/** After a change of the project's content: back to the department for review (R55). */
export const reviewPreApprovalAgain = command('approvals.review-pre-approval-again', {
  ...act,
  http: ['POST', '/pre-approvals/:id/re-review'],
  permission: 'approval:complete',
  title: ['内容变更后重新审查', 'Review again after a change of content'],
  input: z.object(ofOne),
  errors: [
    'pre_approval_not_found',
    'pre_approval_state',
    'not_the_applicant',
    'not_your_department',
    'content_unchanged',
  ],
  example: { id: EXAMPLE_ID },
});
