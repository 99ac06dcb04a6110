import { z } from 'zod';
import { command, query } from '../define.js';
import { INSTITUTION_LEVELS } from '../facts.js';
import { Id, PlainDate, QueryFlag, RegionId, Text, Version, listOf } from '../values.js';
import { EXAMPLE_ID } from './example.js';

/** 首席联络员 (R25): from–to, so that every past day has its answer. */
export const ChiefLiaison = z
  .object({
    id: Id,
    version: Version,
    agentId: Id,
    agentName: z.string(),
    workPhone: z.string(),
    institutionId: Id,
    regionId: RegionId,
    regionName: z.string(),
    /** 1 to 5 in a county or zone; null at the city, which has no quota. */
    seat: z.int().min(1).max(5).nullable(),
    from: PlainDate,
    /** The first day out of office; the successor's `from`. */
    to: PlainDate.nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'ChiefLiaison' });
export type ChiefLiaison = z.infer<typeof ChiefLiaison>;

export const appointChiefLiaison = command('agents.appoint-chief-liaison', {
  http: ['POST', '/chief-liaisons'],
  key: 'agentId',
  permission: 'liaison:manage',
  title: ['确定首席联络员(每个县市区3至5名)', 'Appoint a chief liaison'],
  input: z.object({ agentId: Id }),
  output: ChiefLiaison,
  errors: [
    'not_found',
    'not_your_institution',
    'agent_not_active',
    'liaison_quota_full',
    'liaison_already',
    'liaison_not_at_town',
  ],
  example: { agentId: EXAMPLE_ID },
});

export const replaceChiefLiaison = command('agents.replace-chief-liaison', {
  http: ['POST', '/chief-liaisons/:id/replacement'],
  key: 'id',
  permission: 'liaison:manage',
  title: ['更换首席联络员(原任即止、新任即始)', 'Replace a chief liaison at the same instant'],
  input: z.object({ id: Id, agentId: Id, reason: Text(200) }),
  output: ChiefLiaison,
  errors: [
    'not_found',
    'not_your_institution',
    'agent_not_active',
    'liaison_ended',
    'liaison_already',
    'agent_elsewhere',
  ],
  example: { id: EXAMPLE_ID, agentId: EXAMPLE_ID, reason: '岗位调整' },
});

export const endChiefLiaison = command('agents.end-chief-liaison', {
  http: ['POST', '/chief-liaisons/:id/ending'],
  key: 'id',
  permission: 'liaison:manage',
  title: ['停用首席联络员', 'End a chief liaison'],
  input: z.object({ id: Id, reason: Text(200) }),
  output: ChiefLiaison,
  errors: ['not_found', 'not_your_institution', 'liaison_ended', 'liaison_quota_short', 'liaison_last_of_city'],
  example: { id: EXAMPLE_ID, reason: '岗位调整' },
});

export const listChiefLiaisons = query('agents.list-chief-liaisons', {
  http: ['GET', '/chief-liaisons'],
  permission: 'liaison:read',
  title: ['首席联络员(可查某日在任)', 'Chief liaisons in office on a day'],
  input: z.object({
    regionId: RegionId.optional(),
    /** Default today. */
    on: PlainDate.optional(),
    /** `true` = everyone who ever was, instead of one day. */
    history: QueryFlag.optional(),
  }),
  output: listOf(ChiefLiaison),
  errors: [],
  example: { regionId: '370783', on: '2026-11-23' },
});

export const liaisonCompliance = query('agents.liaison-compliance', {
  http: ['GET', '/chief-liaisons/compliance'],
  permission: 'liaison:read',
  title: ['首席联络员配备情况(3至5名)', 'Whether every county has its chief liaisons'],
  input: z.object({}),
  output: listOf(
    z.object({
      regionId: RegionId,
      regionName: z.string(),
      level: z.enum(INSTITUTION_LEVELS),
      /** null = no institution yet. */
      institutionId: Id.nullable(),
      count: z.int(),
      light: z.enum(['green', 'red']),
      note: z.string(),
    }),
  ),
  errors: [],
  example: {},
});
