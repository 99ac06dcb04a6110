import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, ItemCode, PlainDate, Version, listOf } from '../values.js';

/** 授权委托书: what the agent may submit in the unit's name; apart from the agreement (R13, R133). */
export const Mandate = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    holderAgentId: Id,
    holderName: z.string(),
    /** null = all items. */
    itemCodes: z.array(ItemCode).nullable(),
    validFrom: PlainDate,
    validTo: PlainDate,
    fileId: Id.nullable(),
    endedOn: PlainDate.nullable(),
    inForce: z.boolean(),
  })
  .meta({ id: 'Mandate' });

const ids = { caseId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f', mandateId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e60' };

export const grantMandate = command('projects.grant-mandate', {
  http: ['POST', '/cases/:caseId/mandates'],
  key: 'caseId',
  permission: 'mandate:grant',
  title: ['签署授权委托书', 'Grant a power of attorney'],
  input: z.object({
    caseId: Id,
    holderAgentId: Id,
    items: z.union([z.literal('all'), z.array(ItemCode).min(1).max(100)]),
    validFrom: PlainDate,
    validTo: PlainDate,
    fileId: Id.optional(),
  }),
  output: Mandate,
  errors: ['case_not_found', 'case_state', 'not_yet_known', 'mandate_holder_unfit', 'mandate_span'],
  example: {
    caseId: ids.caseId,
    holderAgentId: ids.mandateId,
    items: 'all',
    validFrom: '2026-11-23',
    validTo: '2028-11-22',
  },
});

export const endMandate = command('projects.end-mandate', {
  http: ['POST', '/cases/:caseId/mandates/:mandateId/end'],
  key: 'caseId',
  permission: 'mandate:grant',
  title: ['终止授权委托', 'End a power of attorney'],
  input: z.object({ caseId: Id, mandateId: Id }),
  output: Mandate,
  errors: ['case_not_found', 'not_found', 'mandate_ended'],
  example: ids,
});

export const listMandates = query('projects.list-mandates', {
  http: ['GET', '/cases/:caseId/mandates'],
  permission: 'case:read',
  title: ['查看授权委托书', 'List the powers of attorney of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(Mandate),
  errors: ['case_not_found'],
  example: { caseId: ids.caseId },
});
