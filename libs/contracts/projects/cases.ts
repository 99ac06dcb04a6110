import { z } from 'zod';
import { command } from '../define.js';
import { Id, Instant, ItemCode, Text, Version } from '../values.js';

export const CASE_STATES = ['draft', 'applied', 'active', 'closing', 'closed', 'terminated'] as const;

/** All items, or those named (R8). */
const Items = z.union([z.literal('all'), z.array(ItemCode).min(1).max(100)]);

/** What every command on a case answers with: enough to go on, `get-case` has the rest. */
export const CaseHead = z
  .object({
    id: Id,
    version: Version,
    number: z.string(),
    projectId: Id,
    state: z.enum(CASE_STATES),
    firstInstitutionId: Id,
    /** null = all items. */
    entrusted: z.array(ItemCode).nullable(),
    /** Why the project may be served, in words (R1). */
    eligibility: z.string(),
    appliedAt: Instant.nullable(),
  })
  .meta({ id: 'CaseHead' });

const application = { projectId: Id, institutionId: Id, items: Items };
const sample = {
  projectId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f',
  institutionId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e60',
  items: 'all' as const,
};
const applyErrors = [
  'project_not_found',
  'not_yet_known',
  'institution_inactive',
  'project_not_listed',
  'case_running',
] as const;

/** The unit's application is what starts the service; a duplicate is refused, the earliest one stands (R10, R31). */
export const applyForService = command('projects.apply', {
  http: ['POST', '/cases'],
  key: 'new',
  permission: 'case:apply',
  title: ['申请“0+N”帮代办服务', 'Apply for the service'],
  input: z.object(application),
  output: CaseHead,
  errors: applyErrors,
  example: sample,
});

export const draftApplication = command('projects.draft-application', {
  http: ['POST', '/case-drafts'],
  key: 'new',
  permission: 'case:draft',
  title: ['代拟帮代办申请', 'Draft an application for a unit to confirm'],
  input: z.object(application),
  output: CaseHead,
  errors: applyErrors,
  example: sample,
});

export const confirmApplication = command('projects.confirm-application', {
  http: ['POST', '/cases/:caseId/confirmation'],
  key: 'caseId',
  permission: 'case:apply',
  title: ['确认代拟的申请', 'Confirm a drafted application'],
  input: z.object({ caseId: Id, items: Items.optional() }),
  output: CaseHead,
  errors: ['case_not_found', 'case_state', ...applyErrors],
  example: { caseId: sample.projectId },
});

/** By either party, with its reason; agents' acts end with it (R50). */
export const terminateCase = command('projects.terminate-case', {
  http: ['POST', '/cases/:caseId/termination'],
  key: 'caseId',
  permission: 'case:terminate',
  title: ['终止帮代办', 'Terminate the service'],
  input: z.object({ caseId: Id, reason: Text(500) }),
  output: CaseHead,
  errors: ['case_not_found', 'case_state', 'not_a_party'],
  example: { caseId: sample.projectId, reason: '项目单位调整投资计划,不再建设。' },
});

/** Refused at once when something is known to be open; otherwise approvals is asked and its answer closes the case (R6, R134). */
export const requestClosure = command('projects.request-closure', {
  http: ['POST', '/cases/:caseId/closure'],
  key: 'caseId',
  permission: 'case:close',
  title: ['申请结案', 'Request closure'],
  input: z.object({ caseId: Id }),
  output: CaseHead,
  errors: ['case_not_found', 'case_state', 'entrusted_items_open', 'originals_outstanding', 'not_your_case'],
  example: { caseId: sample.projectId },
});
