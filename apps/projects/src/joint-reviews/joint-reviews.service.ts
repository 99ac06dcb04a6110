import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { closeReview, conveneReview, listReviews } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { lockCase, mustBeFirst, progressOf, readCase } from '../cases/access.js';
import { mustBe } from '../cases/service-case.machine.js';
import { namesOf } from '../directory/names.js';
import { JointReview } from './joint-review.entity.js';
import { missingWords, reviewView } from './joint-review.view.js';
import { Opinion } from './opinion.entity.js';
import { concluded, invitations, reviewItems, withoutOpinion } from './review-items.js';

@Injectable()
export class JointReviewsService {
  async convene(context: WorkContext, { caseId, ...given }: Input<typeof conveneReview>) {
    const found = await lockCase(context, caseId);
    await mustBeFirst(context, found);
    mustBe(found.state, ['active'], '召开联合预审');
    const { opinionsDueOn, meetingOn = null, place = null } = given;
    const earliest = (await calendarOf(context.em)).addWorkdays(context.today, 1);
    if (opinionsDueOn < earliest) throw fail('opinions_due_too_soon', { earliest });
    const { plan, planVersion } = await progressOf(context, caseId);
    if (planVersion === null) throw fail('not_yet_known');
    context.onConflict('uq_joint_review_open', fail('review_open'));
    const items = reviewItems(plan);
    const review = context.add(JointReview, {
      caseId,
      convenedOn: context.today,
      convenedBy: context.principal.name,
      meetingOn,
      place,
      opinionsDueOn,
      items,
      attendance: [],
      minutes: null,
      closedOn: null,
      conclusions: [],
    });
    context.publish(caseEvents, 'reviewConvened', {
      caseId,
      reviewId: review.id,
      opinionsDueOn,
      invited: invitations(items),
    });
    await context.flush();
    return await viewOf(context, review);
  }

  async close(context: WorkContext, { caseId, reviewId, ...given }: Input<typeof closeReview>) {
    const found = await lockCase(context, caseId);
    await mustBeFirst(context, found);
    mustBe(found.state, ['active'], '结束联合预审');
    const review = await lockOpenReview(context, caseId, reviewId);
    const opinions = await context.em.findBy(Opinion, { reviewId });
    const { items } = review;
    const strange = given.conclusions.filter(({ itemCode }) => !items.some((item) => item.itemCode === itemCode));
    if (strange.length > 0) throw fail('item_not_in_plan', { items: strange.map(({ itemCode }) => itemCode) });
    const missing = withoutOpinion(items, opinions);
    if (missing.length > 0)
      throw fail('opinions_missing', { missing: missingWords(missing, await bodyNames(context, review)) });
    const { conclusions, undecided } = concluded(items, opinions, given.conclusions);
    if (undecided.length > 0) throw fail('conclusions_missing', { items: undecided.map(({ name }) => name) });
    const { minutes, attendance } = given;
    Object.assign(review, { minutes, attendance, conclusions, closedOn: context.today });
    context.publish(caseEvents, 'reviewClosed', { caseId, reviewId, conclusions });
    await context.flush();
    return await viewOf(context, review);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listReviews>) {
    await readCase(context, caseId);
    const reviews = await context.em.find(JointReview, { where: { caseId }, order: { convenedOn: 'ASC', id: 'ASC' } });
    return { items: await Promise.all(reviews.map((review) => viewOf(context, review))) };
  }
}

/** 404 when it is not of this case, 409 when it is closed. */
export async function lockOpenReview(context: WorkContext, caseId: string, id: string): Promise<JointReview> {
  const review = await context.lock(JointReview, { id, caseId });
  if (!review) throw fail('not_found');
  if (review.closedOn) throw fail('review_closed');
  return review;
}

export async function viewOf(context: QueryContext, review: JointReview) {
  const opinions = await context.em.find(Opinion, {
    where: { reviewId: review.id },
    order: { itemCode: 'ASC', departmentCode: 'ASC' },
  });
  return reviewView(review, opinions, await bodyNames(context, review));
}

const bodyNames = ({ em }: QueryContext, { items }: JointReview) =>
  namesOf(
    em,
    items.flatMap(({ invited }) => invited),
  );
