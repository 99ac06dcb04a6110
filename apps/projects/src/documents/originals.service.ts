import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { lendOriginal, listOriginals, returnOriginal } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase, readCase } from '../cases/access.js';
import { mustBe } from '../cases/service-case.machine.js';
import { LentOriginal } from './lent-original.entity.js';

@Injectable()
export class OriginalsService {
  async lend(context: WorkContext, { caseId, ...given }: Input<typeof lendOriginal>) {
    const found = await lockCase(context, caseId);
    mustBe(found.state, ['applied', 'active'], '借用原件');
    const { what, lentOn: on } = given;
    if (on > context.today) throw fail('day_in_future');
    const receiver = context.principal.name;
    const original = context.add(LentOriginal, { ...given, caseId, receiver, returnedOn: null });
    context.publish(caseEvents, 'originalLent', { caseId, originalId: original.id, what, receiver, on });
    return original;
  }

  async giveBack(context: WorkContext, { caseId, originalId, returnedOn }: Input<typeof returnOriginal>) {
    await lockCase(context, caseId);
    const original = await context.lock(LentOriginal, { id: originalId, caseId });
    if (!original) throw fail('not_found');
    const { what, lentOn } = original;
    if (original.returnedOn) throw fail('original_returned', { on: original.returnedOn });
    if (returnedOn > context.today) throw fail('day_in_future');
    if (returnedOn < lentOn) throw fail('return_before_loan', { lentOn });
    original.returnedOn = returnedOn;
    context.publish(caseEvents, 'originalReturned', { caseId, originalId, what, on: returnedOn });
    await context.flush();
    return original;
  }

  async list(context: QueryContext, { caseId }: Input<typeof listOriginals>) {
    await readCase(context, caseId);
    return { items: await context.em.find(LentOriginal, { where: { caseId }, order: { lentOn: 'ASC', id: 'ASC' } }) };
  }
}
