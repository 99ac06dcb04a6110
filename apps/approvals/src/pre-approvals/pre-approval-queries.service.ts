import { Injectable } from '@nestjs/common';
import type { listPreApprovalQueue } from '#libs/contracts/approvals/pre-approval-queue.js';
import type { getPreApproval, listPreApprovals } from '#libs/contracts/approvals/pre-approvals.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { caseIsLike, caseNames } from '../cases/case-names.js';
import { bodyNames, itemsOn, materialsOf } from '../catalogue/catalogue.js';
import { LIGHT_TEXT } from '../clocks/filing-clocks.js';
import { ownSetOf } from '../filings/own-set.js';
import { onlyOfBody } from '../filings/queue.js';
import { daysOf, lightOn } from '../filings/worse-light.js';
import { containing, paged } from '../paging.js';
import { EvidenceMissing } from '../roadmaps/graph.js';
import { landToStart } from '../roadmaps/land-to-start.js';
import type { LandToStart } from '../roadmaps/land-to-start.js';
import { mustSeePreApproval } from './access.js';
import { chainLinks } from './chain.js';
import { PreApproval } from './pre-approval.entity.js';
import { viewsOf } from './pre-approval.view.js';

@Injectable()
export class PreApprovalQueriesService {
  async get(context: QueryContext, { id }: Input<typeof getPreApproval>) {
    await mustSeePreApproval(context, id);
    const [view] = await viewsOf(context, await context.em.findBy(PreApproval, { id }));
    if (!view) throw fail('pre_approval_not_found');
    return view;
  }

  async list(context: QueryContext, { caseId }: Input<typeof listPreApprovals>) {
    await mustSee(context, caseId);
    const { em } = context;
    const rows = await em.find(PreApproval, { where: { caseId }, order: { appliedOn: 'ASC', number: 'ASC' } });
    const ownSet = await ownSetOf(em, caseId);
    const codes = new Set(ownSet.map(({ code }) => code));
    const links = chainLinks(await materialsOf(em, [...codes])).filter(({ from }) => codes.has(from));
    return { items: await viewsOf(context, rows), links, figures: await this.figures(context, codes) };
  }

  /** The longest waiting first; of a department its own. */
  async queue(context: QueryContext, filter: Input<typeof listPreApprovalQueue>) {
    const { em, principal } = context;
    const { state, itemCode, q } = filter;
    const query = em
      .createQueryBuilder(PreApproval, 'pre_approval')
      .orderBy('pre_approval.appliedOn')
      .addOrderBy('pre_approval.number');
    if (state !== undefined) query.andWhere('pre_approval.state IN (:...state)', { state });
    if (itemCode !== undefined) query.andWhere('pre_approval.itemCode = :itemCode', { itemCode });
    onlyOfBody(query, filter.departmentCode, principal);
    if (q !== undefined) query.andWhere(LIKE_SQL, { like: containing(q) });
    onlyVisible(query, 'pre_approval.case_id', principal);
    return await paged(query, filter, (rows) => this.inList(context, rows));
  }

  private async inList(context: QueryContext, rows: readonly PreApproval[]) {
    const { em, today } = context;
    const [views, calendar, names, bodies] = await Promise.all([
      viewsOf(context, rows),
      calendarOf(em),
      caseNames(
        em,
        rows.map(({ caseId }) => caseId),
      ),
      bodyNames(
        em,
        rows.map(({ handlingBody }) => handlingBody),
      ),
    ]);
    return views.map((view) => {
      const dueOn = view.state === 'issued' ? view.conversionDueOn : null;
      const light = lightOn(dueOn, daysOf(calendar, today));
      const departmentName = bodies.get(view.handlingBody) ?? view.handlingBody;
      return { ...view, ...names(view.caseId), departmentName, dueOn, light, lightText: LIGHT_TEXT[light] };
    });
  }

  /** The 拿地即开工 road of the own set against the ordinary one; null while land or 立项 evidence is missing. */
  private async figures({ em, today }: QueryContext, codes: ReadonlySet<string>) {
    const items = [...(await itemsOn(em, today)).values()].filter(({ code }) => codes.has(code));
    const road = roadOf(items);
    const permit = road?.lines.find(({ item, act }) => item.code === 'C04' && act === 'conversion');
    if (!road || !permit) return null;
    const { contractDay, preApprovedBy, daysSaved } = road;
    return { contractDay, preApprovedBy, permitDay: permit.end, permitDayWithout: permit.end + daysSaved, daysSaved };
  }
}

const LIKE_SQL = `(pre_approval.number ILIKE :like OR pre_approval.document_number ILIKE :like
  OR pre_approval.item_name ILIKE :like OR ${caseIsLike('pre_approval.case_id')})`;

function roadOf(items: Parameters<typeof landToStart>[0]['items']): LandToStart | null {
  try {
    return landToStart({ items });
  } catch (error) {
    if (error instanceof EvidenceMissing) return null;
    throw error;
  }
}
