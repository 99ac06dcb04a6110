import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { getApproval, listApprovals } from '#libs/contracts/approvals/filings.js';
import type { ClockLight } from '#libs/contracts/approvals/clock.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { WARNING_LEADS } from '../clocks/warning-leads.js';
import { caseChecklist, caseSuppliesOf } from '../materials/case-materials.js';
import { actionsOf } from './actions.js';
import { ApprovalEvent } from './approval-event.entity.js';
import { Approval } from './approval.entity.js';
import { besideOf, viewOf, viewsOf } from './approval.view.js';
import { Deferral } from './deferral.entity.js';
import { ownSetOf } from './own-set.js';
import { mustSeeApproval } from './parties.js';

const UNDER_WAY = "approval.state IN ('accepted', 'in_review', 'special_procedure')";
/** PostgreSQL passes over a null in LEAST: the earlier of the clocks that run. */
const WORSE = 'LEAST(approval.statutory_due_on, approval.promised_due_on)';

/** The worse light of the two clocks of a filing under way, as conditions on its stored due days. */
const LIGHT_SQL: Record<ClockLight, string> = {
  red: `${UNDER_WAY} AND ${WORSE} < :today`,
  orange: `${UNDER_WAY} AND ${WORSE} = :today`,
  yellow: `${UNDER_WAY} AND ${WORSE} > :today AND ${WORSE} <= :soon`,
  normal: `${UNDER_WAY} AND ${WORSE} > :soon`,
  stopped: `approval.state = 'special_procedure' AND ${WORSE} IS NULL`,
  none: `approval.state <> 'special_procedure' AND (NOT ${UNDER_WAY} OR ${WORSE} IS NULL)`,
};

@Injectable()
export class FilingQueriesService {
  async list(context: QueryContext, filter: Input<typeof listApprovals>) {
    const { page, pageSize, light, department } = filter;
    const query = context.em.createQueryBuilder(Approval, 'approval');
    for (const name of ['caseId', 'itemCode', 'state'] as const) {
      if (filter[name] !== undefined) query.andWhere(`approval.${name} = :${name}`, { [name]: filter[name] });
    }
    if (department) query.andWhere(':department IN (approval.handling_body, approval.legal_body)', { department });
    if (light) await this.ofLight(context, query, light);
    onlyVisible(query, 'approval.case_id', context.principal);
    query.orderBy({ 'approval.number': 'DESC' });
    const [rows, total] = await query
      .skip((page - 1) * pageSize)
      .take(pageSize)
      .getManyAndCount();
    return { items: await viewsOf(context, rows), total, page, pageSize };
  }

  async get(context: QueryContext, { id }: Input<typeof getApproval>) {
    const { em, today } = context;
    const [approval, besides, events, deferrals] = await Promise.all([
      em.findOneBy(Approval, { id }),
      besideOf(em, [id]),
      em.find(ApprovalEvent, { where: { approvalId: id }, order: { at: 'ASC', id: 'ASC' } }),
      em.find(Deferral, { where: { approvalId: id }, order: { materialCode: 'ASC' } }),
      mustSeeApproval(context, id),
    ]);
    if (!approval) throw fail('approval_not_found');
    const beside = besides(id);
    const { spans, extensions } = beside.times;
    const [calendar, materials, actions] = await Promise.all([
      calendarOf(em),
      this.materialsOf(context, approval),
      actionsOf(context, approval, beside.times),
    ]);
    return {
      ...viewOf(approval, beside, { today, calendar }),
      spans: [...spans],
      extensions: [...extensions],
      deferrals,
      events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
      evidenceFileId: approval.evidence?.fileId ?? null,
      materials,
      actions,
    };
  }

  private async materialsOf({ em, today }: QueryContext, { caseId, itemCode: item, works }: Approval) {
    const [items, ownSet, supplies] = await Promise.all([
      itemsOn(em, today),
      ownSetOf(em, caseId),
      caseSuppliesOf(em, caseId),
    ]);
    return await caseChecklist(em, { caseId, item, works, use: 'formal', supplies }, { items, ownSet });
  }

  private async ofLight(
    { em, today }: QueryContext,
    query: SelectQueryBuilder<Approval>,
    light: ClockLight,
  ): Promise<void> {
    const soon = (await calendarOf(em)).addWorkdays(today, WARNING_LEADS.statutory.amount);
    query.andWhere(`(${LIGHT_SQL[light]})`, { today, soon });
  }
}
