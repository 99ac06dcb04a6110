import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { listVisits, recordTrip, recordVisit } from '#libs/contracts/projects.js';
import { dayOf } from '#libs/messaging/context.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase, readCase } from '../cases/access.js';
import { mustBe } from '../cases/service-case.machine.js';
import { Trip } from './trip.entity.js';
import { Visit } from './visit.entity.js';

@Injectable()
export class VisitsService {
  async recordVisit(context: WorkContext, { visitedAt, photoFileId, ...given }: Input<typeof recordVisit>) {
    const { caseId, place, result, onSite, helmetWorn } = given;
    const found = await lockCase(context, caseId);
    mustBe(found.state, ['applied', 'active', 'closing'], '登记上门服务');
    const at = new Date(visitedAt);
    if (at > context.now) throw fail('day_in_future');
    if (onSite && !helmetWorn) throw fail('helmet_missing');
    const { kind, name: visitorName } = context.principal;
    const by = kind === 'department' ? 'approver' : 'agent';
    const visit = context.add(Visit, { ...given, by, visitorName, visitedAt: at, photoFileId: photoFileId ?? null });
    const fact = { caseId, visitId: visit.id, on: dayOf(at), by, visitorName, place, result } as const;
    context.publish(caseEvents, 'visitRecorded', fact);
    return visitView(visit);
  }

  async recordTrip(context: WorkContext, { caseId, on, reason }: Input<typeof recordTrip>) {
    const found = await lockCase(context, caseId);
    mustBe(found.state, ['applied', 'active', 'closing'], '登记企业跑腿');
    if (on > context.today) throw fail('day_in_future');
    const trip = context.add(Trip, { caseId, on, reason, recordedBy: context.principal.name });
    context.publish(caseEvents, 'tripRecorded', { caseId, tripId: trip.id, on, reason });
    return trip;
  }

  async list(context: QueryContext, { caseId }: Input<typeof listVisits>) {
    await readCase(context, caseId);
    const [visits, trips] = await Promise.all([
      context.em.find(Visit, { where: { caseId }, order: { visitedAt: 'ASC', id: 'ASC' } }),
      context.em.find(Trip, { where: { caseId }, order: { on: 'ASC', id: 'ASC' } }),
    ]);
    return { visits: visits.map(visitView), trips, visitCount: visits.length, tripCount: trips.length };
  }
}

const visitView = (visit: Visit) => ({ ...visit, visitedAt: visit.visitedAt.toISOString() });
