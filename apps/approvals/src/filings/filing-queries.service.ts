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
import { suppliesOf } from './actions.js';
import { EVIDENCE_ZH } from './guards.js';
import { ownSetOf } from './own-set.js';
import { mandatesOf, mustSeeApproval } from './parties.js';
import { decisionBlockers, prerequisitesOf } from './prerequisites.js';
import type { OwnItem } from './prerequisites.js';
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
    const [[shown], rests, isMandated] = await Promise.all([
      listViews(context, [approval]),
      this.whatItRestsOn(context, approval),
      mandatesOf(context, [approval.caseId]),
    ]);
    if (!shown) throw new Error(`no view of approval ${id}`);
    return {
      ...shown,
      actions: [...shown.actions, ...suppliesOf(context, approval, { deferrals, isMandated })],
      extensions,
      deferrals,
      events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
      evidenceFileId: approval.evidence?.fileId ?? null,
      ...rests,
    };
  }

  /** Its materials, and what a grant waits for. */
  private async whatItRestsOn({ em, today }: QueryContext, { caseId, itemCode, works }: Approval) {
    const [items, ownSet, supplies] = await Promise.all([
      itemsOn(em, today),
      ownSetOf(em, caseId),
      caseSuppliesOf(em, caseId),
    ]);
    const asked = { caseId, item: itemCode, works, use: 'formal', supplies } as const;
    const materials = await caseChecklist(em, asked, { items, ownSet });
    const item = items.get(itemCode);
    if (!item) return { materials, prerequisites: [], evidenceMissing: [] };
    const named = ({ code, works: of, standing }: OwnItem) => ({
      itemCode: code,
      itemName: items.get(code)?.nameZh ?? code,
      works: of,
      standing,
    });
    return {
      materials,
      prerequisites: prerequisitesOf(item, works, ownSet).map((group) => ({ items: group.map(named) })),
      evidenceMissing: decisionBlockers(item, works, ownSet).evidenceMissing.map((one) => EVIDENCE_ZH[one]),
    };
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
