import { Injectable } from '@nestjs/common';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { listAssignments } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { paged } from '../paging.js';
import { Assignment } from './assignment.entity.js';
import { heldViews } from './held.js';

@Injectable()
export class AssignmentQueueService {
  /** The newest first, of the cases the reader may see. */
  async list({ em, principal }: QueryContext, filters: Input<typeof listAssignments>) {
    const query = em
      .createQueryBuilder(Assignment, 'assignment')
      .orderBy('assignment.validFrom', 'DESC')
      .addOrderBy('assignment.id');
    const { agentId, institutionId, role, open } = filters;
    if (agentId !== undefined) query.andWhere('assignment.agentId = :agentId', { agentId });
    if (institutionId !== undefined) query.andWhere('assignment.institutionId = :institutionId', { institutionId });
    if (role !== undefined) query.andWhere('assignment.role IN (:...role)', { role });
    if (open) query.andWhere('assignment.validTo IS NULL');
    onlyVisible(query, 'assignment.case_id', principal);
    return paged(query, filters, (assignments) => heldViews(em, assignments));
  }
}
