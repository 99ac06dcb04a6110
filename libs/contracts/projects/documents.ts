import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, ItemCode, PlainDate, Text, Version, listOf } from '../values.js';

export const DOCUMENT_KINDS = ['application', 'agreement', 'mandate', 'material', 'result', 'photo', 'other'] as const;

const file = {
  fileId: Id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: Text(200),
  /** Bytes. */
  size: z.int().min(1).max(200_000_000),
  type: z
    .string()
    .max(100)
    .regex(/^[\w.+-]+\/[\w.+-]+$/),
  kind: z.enum(DOCUMENT_KINDS),
};

/** A file of a case; its content streams through the gateway. */
export const CaseDocument = z
  .object({
    id: Id,
    caseId: Id,
    ...file,
    itemCode: ItemCode.nullable(),
    registeredBy: z.string(),
    registeredAt: Instant,
  })
  .meta({ id: 'CaseDocument' });

/** An original the unit has lent: who has it, since when, given back when (R134). */
export const LentOriginal = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    what: z.string(),
    receiver: z.string(),
    receipt: z.string(),
    lentOn: PlainDate,
    returnedOn: PlainDate.nullable(),
  })
  .meta({ id: 'LentOriginal' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

export const registerDocument = command('projects.register-document', {
  http: ['POST', '/cases/:caseId/documents'],
  key: 'caseId',
  permission: 'document:register',
  title: ['登记文件', 'Register an uploaded file'],
  input: z.object({ caseId: Id, ...file, itemCode: ItemCode.optional() }),
  output: CaseDocument,
  errors: ['case_not_found', 'document_registered'],
  example: {
    caseId,
    fileId: caseId,
    sha256: 'a'.repeat(64),
    name: '营业执照.pdf',
    size: 20480,
    type: 'application/pdf',
    kind: 'material',
  },
});

export const listDocuments = query('projects.list-documents', {
  http: ['GET', '/cases/:caseId/documents'],
  permission: 'case:read',
  title: ['查看文件目录', 'List the files of a case'],
  input: z.object({ caseId: Id, kind: z.enum(DOCUMENT_KINDS).optional(), itemCode: ItemCode.optional() }),
  output: listOf(CaseDocument),
  errors: ['case_not_found'],
  example: { caseId },
});

export const getDocument = query('projects.get-document', {
  http: ['GET', '/documents/:documentId'],
  permission: 'case:read',
  title: ['查看文件', 'Get a file of a case'],
  input: z.object({ documentId: Id }),
  output: CaseDocument,
  errors: ['case_not_found'],
  example: { documentId: caseId },
});

export const lendOriginal = command('projects.lend-original', {
  http: ['POST', '/cases/:caseId/originals'],
  key: 'caseId',
  permission: 'original:record',
  title: ['登记借用原件', 'Record a lent original'],
  input: z.object({ caseId: Id, what: Text(200), receipt: Text(100), lentOn: PlainDate }),
  output: LentOriginal,
  errors: ['case_not_found', 'case_state', 'day_in_future'],
  example: { caseId, what: '国有建设用地使用权出让合同原件', receipt: '收条2026-031', lentOn: '2026-11-23' },
});

export const returnOriginal = command('projects.return-original', {
  http: ['POST', '/cases/:caseId/originals/:originalId/return'],
  key: 'caseId',
  permission: 'original:record',
  title: ['登记归还原件', 'Record the return of an original'],
  input: z.object({ caseId: Id, originalId: Id, returnedOn: PlainDate }),
  output: LentOriginal,
  errors: ['case_not_found', 'not_found', 'original_returned', 'day_in_future', 'return_before_loan'],
  example: { caseId, originalId: caseId, returnedOn: '2026-11-30' },
});

export const listOriginals = query('projects.list-originals', {
  http: ['GET', '/cases/:caseId/originals'],
  permission: 'case:read',
  title: ['查看原件借还', 'Lent originals of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(LentOriginal),
  errors: ['case_not_found'],
  example: { caseId },
});
