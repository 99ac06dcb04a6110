import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, ItemCode, PlainDate, Text, Version, listOf } from '../values.js';

const Signature = z.object({ name: z.string(), at: Instant });

/** 帮代办协议: items and the rights and duties of both sides; a change is a new version (R45). */
export const Agreement = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    agreementVersion: z.int(),
    /** Of a supplement; null for the first agreement. */
    reason: z.string().nullable(),
    items: z.array(z.object({ itemCode: ItemCode, name: z.string() })),
    institutionDuties: z.array(z.string()),
    unitDuties: z.array(z.string()),
    unitSignature: Signature.nullable(),
    institutionSignature: Signature.nullable(),
    /** Signed on paper: the scan and the date on it. */
    scanFileId: Id.nullable(),
    scanSignedOn: PlainDate.nullable(),
    inForce: z.boolean(),
    text: z.string(),
  })
  .meta({ id: 'Agreement' });

const Duties = z.array(Text(300)).min(1).max(30);
const ids = { caseId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f', agreementId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e60' };
const signErrors = [
  'case_not_found',
  'case_state',
  'not_found',
  'agreement_replaced',
  'agreement_signed_already',
] as const;

export const draftAgreement = command('projects.draft-agreement', {
  http: ['POST', '/cases/:caseId/agreements'],
  key: 'caseId',
  permission: 'agreement:draft',
  title: ['拟定协议或补充协议', 'Draft an agreement or a supplement'],
  input: z.object({
    caseId: Id,
    /** Default: what the unit has asked to entrust. */
    itemCodes: z.array(ItemCode).max(100).optional(),
    institutionDuties: Duties.optional(),
    unitDuties: Duties.optional(),
    /** Needed for a supplement. */
    reason: Text(500).optional(),
  }),
  output: Agreement,
  errors: [
    'case_not_found',
    'case_state',
    'not_first_institution',
    'not_yet_known',
    'agreement_empty',
    'item_not_in_plan',
    'supplement_needs_reason',
    'no_new_items',
  ],
  example: { caseId: ids.caseId, itemCodes: ['A10', 'B02', 'C04'] },
});

export const signAgreement = command('projects.sign-agreement', {
  http: ['POST', '/cases/:caseId/agreements/:agreementId/signature'],
  key: 'caseId',
  permission: 'agreement:sign',
  title: ['签署协议', 'Sign an agreement'],
  input: z.object({ caseId: Id, agreementId: Id }),
  output: Agreement,
  errors: [...signErrors, 'not_first_institution'],
  example: ids,
});

/** Both have signed on paper (R44). */
export const fileSignedAgreement = command('projects.file-signed-agreement', {
  http: ['POST', '/cases/:caseId/agreements/:agreementId/scan'],
  key: 'caseId',
  permission: 'agreement:file-scan',
  title: ['登记线下签署的协议', 'File an agreement signed on paper'],
  input: z.object({
    caseId: Id,
    agreementId: Id,
    fileId: Id,
    signedOn: PlainDate,
    unitSignatory: Text(30),
    institutionSignatory: Text(30),
  }),
  output: Agreement,
  errors: [...signErrors, 'not_first_institution', 'day_in_future'],
  example: {
    ...ids,
    fileId: ids.caseId,
    signedOn: '2026-11-20',
    unitSignatory: '单位代表',
    institutionSignatory: '机构代表',
  },
});

export const listAgreements = query('projects.list-agreements', {
  http: ['GET', '/cases/:caseId/agreements'],
  permission: 'case:read',
  title: ['查看协议各版本', 'List the agreements of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(Agreement),
  errors: ['case_not_found'],
  example: { caseId: ids.caseId },
});
