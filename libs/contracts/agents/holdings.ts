import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, PlainDate, Text, Version, listOf } from '../values.js';
import { HeldAssignment } from './assignments.js';
import { ChiefContact } from './chief-contacts.js';
import { EXAMPLE_ID } from './example.js';
import { HandOver } from './hand-overs.js';
import { ChiefLiaison } from './liaisons.js';
import { QUALIFYING_STAGES } from './staff.js';
import { Transfer } from './transfers.js';

// Everything one person holds, and its hand-over in one act: before leave, at a departure (R17, R25, R26, R62).

export const getHoldings = query('agents.get-holdings', {
  http: ['GET', '/agents/:agentId/holdings'],
  permission: 'assignment:read',
  title: ['一名人员手上的全部工作', 'Everything an agent holds'],
  input: z.object({ agentId: Id }),
  output: z
    .object({
      agentId: Id,
      agentName: z.string(),
      assignments: z.array(HeldAssignment),
      chiefContacts: z.array(ChiefContact),
      chiefLiaisons: z.array(ChiefLiaison),
      /** Wait for this person, as their liaison, to be received. */
      transfers: z.array(Transfer),
      /** Proposed by or to this person and not settled. */
      handOvers: z.array(HandOver),
    })
    .meta({ id: 'Holdings' }),
  errors: ['not_found', 'not_your_institution'],
  example: { agentId: EXAMPLE_ID },
});

const HOLDING_KINDS = ['assignment', 'chief_contact', 'chief_liaison'] as const;

/** What became of one holding: `moved` at once, `proposed` and waiting for the other, `refused` and why. */
const HandedRow = z
  .object({
    holdingId: Id,
    kind: z.enum(HOLDING_KINDS),
    /** In words, as 「设施农业研究中心·帮代办专人」. */
    label: z.string(),
    caseId: Id.nullable(),
    toAgentId: Id.nullable(),
    toAgentName: z.string().nullable(),
    outcome: z.enum(['moved', 'proposed', 'refused']),
    /** The new assignment or office, or the proposal; null of what was refused. */
    newId: Id.nullable(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'HandedRow' });
export type HandedRow = z.infer<typeof HandedRow>;

export const BulkHandOver = z
  .object({
    id: Id,
    version: Version,
    agentId: Id,
    agentName: z.string(),
    cause: z.enum(['leave', 'departure', 'other']),
    text: z.string(),
    handedOn: PlainDate,
    handedBy: z.string(),
    undoneAt: Instant.nullable(),
    rows: z.array(HandedRow),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'BulkHandOver' });

const handedOver = {
  agentId: Id,
  cause: z.enum(['leave', 'departure', 'other']),
  text: Text(300),
  takers: z
    .array(
      z.object({
        /** Of an assignment, a chief contact or a chief liaison of the holdings. */
        holdingId: Id,
        toAgentId: Id,
        /** Of a principal: the stage taken on now (R20); null = the first stage entrusted. */
        stage: z.enum(QUALIFYING_STAGES).nullable().default(null),
        overrideReason: Text(300).nullable().default(null),
      }),
    )
    .max(500)
    .default([]),
  /** Takes what no taker is named for. */
  defaultToAgentId: Id.nullable().default(null),
};

/**
 * One act: all of it or nothing, unless `skipRefused`. A manager moves things at once; what an agent who is no manager may
 * hand over by himself is proposed to the other. Each row is under the rules of the single hand-over.
 */
export const handOverAll = command('agents.hand-over-all', {
  http: ['POST', '/agents/:agentId/hand-overs'],
  key: 'agentId',
  permission: 'hand-over:propose',
  title: ['一次交接一名人员的全部工作', 'Hand over everything an agent holds'],
  input: z.object({ ...handedOver, skipRefused: z.boolean().default(false) }),
  output: BulkHandOver,
  errors: ['not_found', 'not_your_institution', 'nothing_held', 'holding_unknown', 'holdings_refused'],
  example: { agentId: EXAMPLE_ID, cause: 'leave', text: '11月24日至12月4日年休假', defaultToAgentId: EXAMPLE_ID },
});

/** What `hand-over-all` would do now, row by row; nothing is changed. */
export const tryHandOverAll = command('agents.try-hand-over-all', {
  http: ['POST', '/agents/:agentId/hand-over-trials'],
  key: 'agentId',
  permission: 'hand-over:propose',
  title: ['试算一次交接(不作改动)', 'See what handing over everything would do'],
  input: z.object(handedOver),
  output: z.object({ agentId: Id, rows: z.array(HandedRow) }).meta({ id: 'HandOverTrial' }),
  errors: ['not_found', 'not_your_institution', 'nothing_held', 'holding_unknown'],
  example: { agentId: EXAMPLE_ID, cause: 'leave', text: '11月24日至12月4日年休假', defaultToAgentId: EXAMPLE_ID },
});

export const undoBulkHandOver = command('agents.undo-bulk-hand-over', {
  http: ['POST', '/agents/:agentId/hand-overs/:bulkId/undo'],
  key: 'agentId',
  permission: 'hand-over:propose',
  title: ['撤销当日的批量交接', 'Undo a bulk hand-over on its own day'],
  input: z.object({ agentId: Id, bulkId: Id }),
  output: BulkHandOver,
  errors: [
    'not_found',
    'not_your_institution',
    'agent_not_active',
    'bulk_hand_over_undone',
    'bulk_hand_over_past',
    'bulk_hand_over_moved_on',
  ],
  example: { agentId: EXAMPLE_ID, bulkId: EXAMPLE_ID },
});

export const listBulkHandOvers = query('agents.list-bulk-hand-overs', {
  http: ['GET', '/agents/:agentId/hand-overs'],
  permission: 'assignment:read',
  title: ['一名人员的批量交接记录', 'Bulk hand-overs of an agent'],
  input: z.object({ agentId: Id }),
  output: listOf(BulkHandOver),
  errors: ['not_found', 'not_your_institution'],
  example: { agentId: EXAMPLE_ID },
});
