import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Transfer as View } from '#libs/contracts/agents.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { institutionsById } from '../institutions/administration.js';
import { agentsById } from '../staff/staff.js';
import type { Transfer } from './transfer.entity.js';

export async function transferViews(em: EntityManager, transfers: readonly Transfer[]): Promise<View[]> {
  const cases = await em.findBy(CaseCopy, { id: In(transfers.map(({ caseId }) => caseId)) });
  const institutions = await institutionsById(
    em,
    transfers.flatMap(({ fromInstitutionId, toInstitutionId }) => [fromInstitutionId, toInstitutionId]),
  );
  const agents = await agentsById(
    em,
    transfers.map(({ liaisonAgentId }) => liaisonAgentId),
  );
  return transfers.map(({ liaisonAgentId, proposedAt, receiptDueAt, settledAt, ...rest }) => {
    const found = cases.find(({ id }) => id === rest.caseId);
    return {
      ...rest,
      caseNumber: found?.number ?? '',
      projectName: found?.projectName ?? '',
      fromInstitutionName: institutions.get(rest.fromInstitutionId)?.name ?? '',
      toInstitutionName: institutions.get(rest.toInstitutionId)?.name ?? '',
      liaisonName: agents.get(liaisonAgentId)?.name ?? '',
      proposedAt: proposedAt.toISOString(),
      receiptDueAt: receiptDueAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    };
  });
}

export async function transferView(em: EntityManager, transfer: Transfer): Promise<View> {
  const [view] = await transferViews(em, [transfer]);
  if (!view) throw new Error('one transfer has one view');
  return view;
}
