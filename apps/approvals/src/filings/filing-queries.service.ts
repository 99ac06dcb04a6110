import { Injectable } from '@nestjs/common';
import type { getApproval, listApprovals } from '#libs/contracts/approvals/filings.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { caseIsLike } from '../cases/case-names.js';
import { itemsOn } from '../catalogue/catalogue.js';
import { caseChecklist, caseSuppliesOf } from '../materials/case-materials.js';
import { containing, paged } from '../paging.js';
import { ApprovalEvent } from './approval-event.entity.js';
import { Approval } from './approval.entity.js';
import { listViews } from './approval-list.view.js';
import { Deferral } from './deferral.entity.js';
import { ApprovalExtension } from './extension.entity.js';
import { ownSetOf } from './own-set.js';
import { mustSeeApproval } from './parties.js';
import { onlyOfBody } from './queue.js';
import { LIGHT_SQL, WORSE_SQL, daysOf } from './worse-light.js';

@Injectable()
export class FilingQueriesService {
  async list(context: QueryContext, filter: Input<typeof listApprovals>) {
    const { em, principal } = context;
    const query = em.createQueryBuilder(Approval, 'approval');
    for (const [condition, value] of conditionsOf(filter)) {
      if (value !== undefined) query.andWhere(condition, filter);
    }
    const isQueue = filter.caseId === undefined;
    onlyOfBody(query, filter.departmentCode, isQueue ? principal : { departmentCode: null });
    if (filter.stage !== undefined) {
      const codes = [...(await itemsOn(em, context.today)).values()].filter(({ stage }) => stage === filter.stage);
      query.andWhere('approval.itemCode = ANY (:codes)', { codes: codes.map(({ code }) => code) });
    }
    if (filter.light) {
      const days = daysOf(await calendarOf(em), context.today);
      query.andWhere(`(${LIGHT_SQL[filter.light]})`, { ...days });
    }
    if (filter.q !== undefined) query.andWhere(LIKE_SQL, { like: containing(filter.q) });
    onlyVisible(query, 'approval.case_id', principal);
    const { by, order } = ORDER[filter.sort];
    query.orderBy(by, order, 'NULLS LAST').addOrderBy('approval.number', 'DESC');
    return await paged(query, filter, (rows) => listViews(context, rows));
  }

  async get(context: QueryContext, { id }: Input<typeof getApproval>) {
    const { em } = context;
    const [approval, extensions, events, deferrals] = await Promise.all([
      em.findOneBy(Approval, { id }),
      em.findBy(ApprovalExtension, { approvalId: id }),
      em.find(ApprovalEvent, { where: { approvalId: id }, order: { at: 'ASC', id: 'ASC' } }),
      em.find(Deferral, { where: { approvalId: id }, order: { materialCode: 'ASC' } }),
      mustSeeApproval(context, id),
    ]);
    if (!approval) throw fail('approval_not_found');
    const [[shown], materials] = await Promise.all([
      listViews(context, [approval]),
      this.materialsOf(context, approval),
    ]);
    if (!shown) throw new Error(`no view of approval ${id}`);
    return {
      ...shown,
      extensions,
      deferrals,
      events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
      evidenceFileId: approval.evidence?.fileId ?? null,
      materials,
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
}

const LIKE_SQL = `(approval.number ILIKE :like OR approval.item_name ILIKE :like OR ${caseIsLike('approval.case_id')})`;

const ORDER = {
  dueOn: { by: WORSE_SQL, order: 'ASC' },
  '-dueOn': { by: WORSE_SQL, order: 'DESC' },
  submittedAt: { by: 'approval.submittedAt', order: 'ASC' },
  '-submittedAt': { by: 'approval.submittedAt', order: 'DESC' },
  number: { by: 'approval.number', order: 'ASC' },
  '-number': { by: 'approval.number', order: 'DESC' },
} as const satisfies Record<Input<typeof listApprovals>['sort'], { by: string; order: 'ASC' | 'DESC' }>;

/** Each applies where its value is given. */
const conditionsOf = (filter: Input<typeof listApprovals>): [string, unknown][] => [
  ['approval.caseId = :caseId', filter.caseId],
  ['approval.itemCode = :itemCode', filter.itemCode],
  ['approval.state IN (:...state)', filter.state],
  [`${WORSE_SQL} < :dueBefore`, filter.dueBefore],
  ['(approval.claim IS NOT NULL) = :toBeVerified', filter.toBeVerified],
];
