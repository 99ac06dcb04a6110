import { z } from 'zod';
import { command, query } from '../define.js';
import { TRANSFER_METHODS } from '../facts.js';
import { Id, Instant, ItemCode, Paging, Text, Version, listOf, pageOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';

/** 待接收 / 已接收 / 已退回: responsibility stays with the sender until it is received (R39). */
export const TRANSFER_STATES = ['proposed', 'received', 'returned'] as const;

/** One paper that goes along; the receiver uses it and never asks for it again (R40). */
const TransferMaterial = z.object({ documentId: Id, name: Text(200), form: z.enum(['original', 'copy']) });

export const Transfer = z
  .object({
    id: Id,
    version: Version,
    caseId: Id,
    caseNumber: z.string(),
    projectName: z.string(),
    /** 1 for the first transfer of the case. */
    ordinal: z.int(),
    state: z.enum(TRANSFER_STATES),
    direction: z.enum(['down', 'up', 'across']),
    fromInstitutionId: Id,
    fromInstitutionName: z.string(),
    toInstitutionId: Id,
    toInstitutionName: z.string(),
    liaisonId: Id,
    liaisonName: z.string(),
    itemCodes: z.array(ItemCode),
    materials: z.array(TransferMaterial),
    method: z.enum(TRANSFER_METHODS),
    methodNote: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    /** Why it differs from the routing. */
    overrideReason: z.string().nullable(),
    /** Of the city's manager on a third transfer of the same item (R43). */
    decision: z.string().nullable(),
    proposedAt: Instant,
    proposedBy: z.string(),
    receiptDueAt: Instant,
    settledAt: Instant.nullable(),
    settledBy: z.string().nullable(),
    /** The receiver's note, or the reason of the return. */
    settlement: z.string().nullable(),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'Transfer' });
export type Transfer = z.infer<typeof Transfer>;

export const proposeTransfer = command('agents.propose-transfer', {
  http: ['POST', '/cases/:caseId/transfers'],
  key: 'caseId',
  permission: 'transfer:propose',
  title: ['转交帮代办申请材料', 'Propose a transfer to another institution'],
  input: z.object({
    caseId: Id,
    toInstitutionId: Id,
    /** Default: the routing's first chief liaison there. */
    liaisonId: Id.optional(),
    itemCodes: z.array(ItemCode).min(1).max(100),
    materials: z.array(TransferMaterial).max(200).default([]),
    method: z.enum(TRANSFER_METHODS),
    methodNote: Text(100).nullable().default(null),
    trackingNumber: Text(40).nullable().default(null),
    overrideReason: Text(300).nullable().default(null),
    decision: Text(300).nullable().default(null),
  }),
  output: Transfer,
  errors: [
    'case_not_found',
    'not_yet_known',
    'case_is_over',
    'agreement_not_signed',
    'not_holding_institution',
    'institution_ended',
    'transfer_to_itself',
    'transfer_open',
    'tracking_number_needed',
    'method_note_needed',
    'item_not_entrusted',
    'province_not_transferred',
    'routing_open',
    'transfer_not_as_routed',
    'no_chief_liaison',
    'liaison_elsewhere',
    'transfer_limit_reached',
  ],
  example: {
    caseId: EXAMPLE_ID,
    toInstitutionId: EXAMPLE_ID,
    itemCodes: ['A01', 'B02'],
    materials: [{ documentId: EXAMPLE_ID, name: '企业投资项目备案证明', form: 'copy' }],
    method: 'courier',
    trackingNumber: 'SF1234567890',
  },
});

const one = { caseId: Id, transferId: Id };
const settling = [
  'case_not_found',
  'not_yet_known',
  'not_found',
  'not_receiving_institution',
  'transfer_settled',
] as const;

export const receiveTransfer = command('agents.receive-transfer', {
  http: ['POST', '/cases/:caseId/transfers/:transferId/receipt'],
  key: 'caseId',
  permission: 'transfer:settle',
  title: ['签收转交', 'Receive a transfer'],
  input: z.object({ ...one, receipt: Text(300) }),
  output: Transfer,
  errors: settling,
  example: { caseId: EXAMPLE_ID, transferId: EXAMPLE_ID, receipt: '材料齐全,原件1份、复印件3份' },
});

export const returnTransfer = command('agents.return-transfer', {
  http: ['POST', '/cases/:caseId/transfers/:transferId/return'],
  key: 'caseId',
  permission: 'transfer:settle',
  title: ['退回转交(须写明理由)', 'Return a transfer with its reason'],
  input: z.object({ ...one, reason: Text(300) }),
  output: Transfer,
  errors: settling,
  example: { caseId: EXAMPLE_ID, transferId: EXAMPLE_ID, reason: '主要审批事项属于市级权限' },
});

export const listTransfers = query('agents.list-transfers', {
  http: ['GET', '/transfers'],
  permission: 'transfer:read',
  title: ['转交队列', 'Transfers of the cases one may see'],
  input: z.object({
    state: z.enum(TRANSFER_STATES).optional(),
    toInstitutionId: Id.optional(),
    fromInstitutionId: Id.optional(),
    ...Paging,
  }),
  output: pageOf(Transfer),
  errors: [],
  example: { state: 'proposed' },
});

export const listCaseTransfers = query('agents.list-case-transfers', {
  http: ['GET', '/cases/:caseId/transfers'],
  permission: 'transfer:read',
  title: ['项目的转交记录', 'Transfers of one case'],
  input: z.object({ caseId: Id }),
  output: listOf(Transfer),
  errors: ['case_not_found'],
  example: { caseId: EXAMPLE_ID },
});
