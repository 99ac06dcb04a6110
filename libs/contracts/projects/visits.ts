import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, PlainDate, Text } from '../values.js';

/** A visit at the unit's place by an agent or by an approver: the N of “0+N” (R11, R12, R73). */
export const Visit = z
  .object({
    id: Id,
    by: z.enum(['agent', 'approver']),
    visitorName: z.string(),
    visitedAt: Instant,
    place: z.string(),
    metWith: z.string(),
    result: z.string(),
    photoFileId: Id.nullable(),
    onSite: z.boolean(),
    helmetWorn: z.boolean(),
  })
  .meta({ id: 'Visit' });

/** A walk of the unit to a window: the 0 that is aimed at (R11). */
export const Trip = z
  .object({ id: Id, on: PlainDate, reason: z.string(), recordedBy: z.string() })
  .meta({ id: 'Trip' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

export const recordVisit = command('projects.record-visit', {
  http: ['POST', '/cases/:caseId/visits'],
  key: 'caseId',
  permission: 'visit:record',
  title: ['登记上门服务', 'Record a visit'],
  input: z.object({
    caseId: Id,
    visitedAt: Instant,
    place: Text(100),
    metWith: Text(100),
    result: Text(1000),
    photoFileId: Id.optional(),
    /** On the building site: then the helmet is on the checklist (R74). */
    onSite: z.boolean().default(false),
    helmetWorn: z.boolean().default(false),
  }),
  output: Visit,
  errors: ['case_not_found', 'case_state', 'day_in_future', 'helmet_missing'],
  example: {
    caseId,
    visitedAt: '2026-11-23T14:00:00+08:00',
    place: '项目指挥部',
    metWith: '项目单位工作人员',
    result: '现场指导填报建设工程规划许可申请表',
  },
});

export const recordTrip = command('projects.record-trip', {
  http: ['POST', '/cases/:caseId/trips'],
  key: 'caseId',
  permission: 'trip:record',
  title: ['登记企业跑腿', 'Record a trip of the unit'],
  input: z.object({ caseId: Id, on: PlainDate, reason: Text(500) }),
  output: Trip,
  errors: ['case_not_found', 'case_state', 'day_in_future'],
  example: { caseId, on: '2026-11-23', reason: '到窗口补交法定代表人签字原件' },
});

export const listVisits = query('projects.list-visits', {
  http: ['GET', '/cases/:caseId/visits'],
  permission: 'case:read',
  title: ['查看上门与跑腿记录', 'Visits and trips of a case'],
  input: z.object({ caseId: Id }),
  output: z.object({ visits: z.array(Visit), trips: z.array(Trip), visitCount: z.int(), tripCount: z.int() }),
  errors: ['case_not_found'],
  example: { caseId },
});
