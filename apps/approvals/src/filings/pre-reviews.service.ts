import { Injectable } from '@nestjs/common';
import { givePreReviewOpinion } from '#libs/contracts/approvals/records.js';
import type { listPreReviewQueue, listPreReviews, requestPreReview } from '#libs/contracts/approvals/records.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { caseIsLike, caseNames } from '../cases/case-names.js';
import { bodyNames } from '../catalogue/catalogue.js';
import { containing, paged } from '../paging.js';
import { bodiesOf } from './guards.js';
import { plannedItem } from './own-set.js';
import { isAuthority, mustBeAuthority } from './parties.js';
import { PreReview } from './pre-review.entity.js';
import { onlyOfBody } from './queue.js';

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

  /** The longest waiting first; of a department its own. */
  async queue(context: QueryContext, filter: Input<typeof listPreReviewQueue>) {
    const { em, principal } = context;
    const query = em
      .createQueryBuilder(PreReview, 'pre_review')
      .orderBy('pre_review.askedOn')
      .addOrderBy('pre_review.id');
    const { state, q } = filter;
    if (state) query.andWhere(`pre_review.opinion IS ${state === 'open' ? 'NULL' : 'NOT NULL'}`);
    onlyOfBody(query, filter.departmentCode, principal);
    if (q !== undefined) {
      const like = `(pre_review.item_name ILIKE :like OR ${caseIsLike('pre_review.case_id')})`;
      query.andWhere(like, { like: containing(q) });
    }
    onlyVisible(query, 'pre_review.case_id', principal);
    return await paged(query, filter, (rows) => this.inList(context, rows));
  }

  private async inList(context: QueryContext, rows: readonly PreReview[]) {
    const [names, bodies] = await Promise.all([
      caseNames(
        context.em,
        rows.map(({ caseId }) => caseId),
      ),
      bodyNames(
        context.em,
        rows.map(({ handlingBody }) => handlingBody),
      ),
    ]);
    return rows.map((row) => ({
      ...row,
      ...names(row.caseId),
      departmentName: bodies.get(row.handlingBody) ?? row.handlingBody,
      actions: row.opinion === null && isAuthority(context, row) ? [givePreReviewOpinion.name] : [],
    }));
  }
}
