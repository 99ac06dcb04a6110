import { Injectable } from '@nestjs/common';
import { onlyVisible } from '#libs/case-scope/visible.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { listCaseTransfers, listTransfers } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { paged } from '../paging.js';
import { Transfer } from './transfer.entity.js';
import { transferViews } from './transfer.view.js';

@Injectable()
export class TransferQueueService {
  /** The newest first, of the cases the reader may see. */
  async list(context: QueryContext, filters: Input<typeof listTransfers>) {
    const query = context.em
      .createQueryBuilder(Transfer, 'transfer')
      .orderBy('transfer.proposedAt', 'DESC')
      .addOrderBy('transfer.id');
    const { state, toInstitutionId, fromInstitutionId } = filters;
    if (state !== undefined) query.andWhere('transfer.state = :state', { state });
    if (toInstitutionId !== undefined)
      query.andWhere('transfer.toInstitutionId = :toInstitutionId', { toInstitutionId });
    if (fromInstitutionId !== undefined) {
      query.andWhere('transfer.fromInstitutionId = :fromInstitutionId', { fromInstitutionId });
    }
    onlyVisible(query, 'transfer.case_id', context.principal);
    return paged(query, filters, (transfers) => transferViews(context, transfers));
  }

  async ofCase(context: QueryContext, { caseId }: Input<typeof listCaseTransfers>) {
    await mustSee(context, caseId);
    const transfers = await context.em.find(Transfer, { where: { caseId }, order: { ordinal: 'ASC' } });
    return { items: await transferViews(context, transfers) };
  }
}
