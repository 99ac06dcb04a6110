import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, Paging, Text, pageOf } from '../values.js';

const Kind = z.enum(['fact', 'note', 'correction']);

/** One line of the ledger 台账: never changed, a mistake is answered by a further line (R65, R80, R142). */
export const LedgerLine = z
  .object({
    id: Id,
    caseId: Id.nullable(),
    /** Business time of what happened. */
    at: Instant,
    kind: Kind,
    /** Name of the fact, as `case.applied`; null for what a person wrote. */
    fact: z.string().nullable(),
    actorName: z.string(),
    sentence: z.string(),
    correctsId: Id.nullable(),
  })
  .meta({ id: 'LedgerLine' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

export const writeLedgerLine = command('projects.write-ledger-line', {
  http: ['POST', '/cases/:caseId/ledger'],
  key: 'caseId',
  permission: 'ledger:write',
  title: ['记一句台账', 'Write one line into the ledger'],
  input: z.object({
    caseId: Id,
    text: Text(300),
    /** When it happened; default now. */
    at: Instant.optional(),
    /** The line this one corrects. */
    correctsId: Id.optional(),
  }),
  output: LedgerLine,
  errors: ['case_not_found', 'not_found', 'day_in_future'],
  example: { caseId, text: '微信联系项目单位,确认图审资料已寄出。' },
});

export const readLedger = query('projects.read-ledger', {
  http: ['GET', '/cases/:caseId/ledger'],
  permission: 'case:read',
  title: ['查看台账', 'Read the ledger of a case'],
  input: z.object({
    caseId: Id,
    kind: Kind.optional(),
    /** Part of the sentence or of the actor's name. */
    q: Text(100).optional(),
    sort: z.enum(['oldest', 'newest']).default('oldest'),
    ...Paging,
  }),
  output: pageOf(LedgerLine),
  errors: ['case_not_found'],
  example: { caseId },
});
