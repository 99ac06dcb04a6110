import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Fact, Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { itemPlanEvents } from '#libs/contracts/facts.js';
import type { requestClosure } from '#libs/contracts/projects.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { LentOriginal } from '../documents/lent-original.entity.js';
import { Filing } from '../progress/filing.entity.js';
import { openEntrusted } from '../progress/items.js';
import { Trip } from '../visits/trip.entity.js';
import { Visit } from '../visits/visit.entity.js';
import { lockCase, mustHandle, progressOf } from './access.js';
import { caseHead } from './case.view.js';
import { ServiceCase } from './service-case.entity.js';
import { next } from './service-case.machine.js';

/** Closing is a process with acknowledgement: asked here, confirmed or declined by approvals (R6). */
@Injectable()
export class ClosureService {
  async request(context: WorkContext, { caseId }: Input<typeof requestClosure>) {
    const found = await lockCase(context, caseId);
    await mustHandle(context, found);
    const state = next(found.state, 'requestClosure');
    await this.mustBeDone(context, caseId);
    const requestId = context.newId();
    Object.assign(found, { state, closureRequestId: requestId, openItems: [] });
    context.publish(caseEvents, 'closureRequested', { caseId, requestId });
    await context.flush();
    return caseHead(found);
  }

  /** The answer to a request that was overtaken or terminated meanwhile is of no use any more. */
  async settle(
    context: WorkContext,
    { caseId, requestId, openItems }: Fact<typeof itemPlanEvents, 'closureChecked'>['data'],
  ) {
    const found = await context.lock(ServiceCase, { id: caseId });
    if (found?.state !== 'closing' || found.closureRequestId !== requestId) return;
    if (openItems.length > 0)
      return this.decline(
        context,
        found,
        openItems.map(({ name }) => name),
      );
    found.state = next(found.state, 'close');
    found.closedOn = context.today;
    const visits = await context.em.countBy(Visit, { caseId });
    const trips = await context.em.countBy(Trip, { caseId });
    context.publish(caseEvents, 'closed', { caseId, closedOn: context.today, visits, trips });
  }

  private decline(context: WorkContext, found: ServiceCase, openItems: string[]): void {
    const requestId = found.closureRequestId;
    if (!requestId) throw new Error(`case ${found.id} is closing without a request`);
    found.state = next(found.state, 'reopen');
    found.openItems = openItems;
    context.publish(caseEvents, 'closureDeclined', { caseId: found.id, requestId, openItems });
  }

  /** What is already known here to be open is refused at once; approvals still has the last word. */
  private async mustBeDone(context: WorkContext, caseId: string): Promise<void> {
    const { plan } = await progressOf(context, caseId);
    const open = openEntrusted(plan, await context.em.findBy(Filing, { caseId })).map(({ name }) => name);
    if (open.length > 0) throw fail('entrusted_items_open', { count: open.length, items: open });
    const lent = await context.em.findBy(LentOriginal, { caseId, returnedOn: IsNull() });
    if (lent.length > 0) throw fail('originals_outstanding', { originals: lent.map(({ what }) => what) });
  }
}
