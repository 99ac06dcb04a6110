import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { giveOpinion, recordWrittenOpinion } from '#libs/contracts/projects.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { lockCase, mustBeFirst } from '../cases/access.js';
import { namesOf } from '../directory/names.js';
import { lockOpenReview, viewOf } from './joint-reviews.service.js';
import { Opinion } from './opinion.entity.js';

interface Said extends Input<typeof giveOpinion> {
  departmentCode: string;
  fileId: string | null;
}

@Injectable()
export class OpinionsService {
  async give(context: WorkContext, input: Input<typeof giveOpinion>) {
    const { departmentCode } = context.principal;
    if (!departmentCode) throw fail('not_invited', { department: context.principal.name });
    await lockCase(context, input.caseId);
    return await this.enter(context, { ...input, departmentCode, fileId: null });
  }

  async recordWritten(context: WorkContext, input: Input<typeof recordWrittenOpinion>) {
    await mustBeFirst(context, await lockCase(context, input.caseId));
    return await this.enter(context, input);
  }

  private async enter(context: WorkContext, { caseId, reviewId, itemCode, departmentCode, ...said }: Said) {
    const review = await lockOpenReview(context, caseId, reviewId);
    const item = review.items.find((candidate) => candidate.itemCode === itemCode);
    if (!item?.invited.includes(departmentCode)) {
      const names = await namesOf(context.em, [departmentCode]);
      throw fail('not_invited', { department: names.get(departmentCode) ?? departmentCode });
    }
    const { opinion, text, fileId } = said;
    const values = { opinion, text, fileId, givenBy: context.principal.name, givenAt: context.now };
    const earlier = await context.lock(Opinion, { reviewId, itemCode, departmentCode });
    if (earlier) Object.assign(earlier, values);
    else context.add(Opinion, { reviewId, itemCode, departmentCode, ...values });
    context.publish(caseEvents, 'opinionGiven', { caseId, reviewId, itemCode, departmentCode, opinion, text });
    await context.flush();
    return await viewOf(context, review);
  }
}
