import { Injectable } from '@nestjs/common';
import type { givePreReviewOpinion, listPreReviews, requestPreReview } from '#libs/contracts/approvals/records.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { bodiesOf } from './guards.js';
import { plannedItem } from './own-set.js';
import { mustBeAuthority } from './parties.js';
import { PreReview } from './pre-review.entity.js';

/** 预审服务: asked and answered beside the filing, which it neither opens nor accepts (R124). */
@Injectable()
export class PreReviewsService {
  async request(context: WorkContext, input: Input<typeof requestPreReview>) {
    const { caseId, itemCode, works, documentIds } = input;
    await mustSee(context, caseId);
    const planned = await plannedItem(context, input);
    return context.add(PreReview, {
      ...bodiesOf(planned),
      caseId,
      itemCode,
      itemName: planned.item.nameZh,
      works,
      documentIds,
      askedOn: context.today,
      askedBy: context.principal.name,
      opinion: null,
      opinionBy: null,
      opinionOn: null,
    });
  }

  async answer(context: WorkContext, { id, opinion }: Input<typeof givePreReviewOpinion>) {
    const { em, principal } = context;
    const query = em.createQueryBuilder(PreReview, 'pre_review').where('pre_review.id = :id', { id });
    const seen = await onlyVisible(query, 'pre_review.case_id', principal).getExists();
    const preReview = seen ? await context.lock(PreReview, { id }) : null;
    if (!preReview) throw fail('pre_review_not_found');
    await mustBeAuthority(context, preReview);
    if (preReview.opinion !== null) throw fail('pre_review_answered');
    Object.assign(preReview, { opinion, opinionBy: principal.name, opinionOn: context.today });
    await context.flush();
    return preReview;
  }

  async list(context: QueryContext, { caseId }: Input<typeof listPreReviews>) {
    await mustSee(context, caseId);
    return { items: await context.em.find(PreReview, { where: { caseId }, order: { askedOn: 'DESC', id: 'ASC' } }) };
  }
}
