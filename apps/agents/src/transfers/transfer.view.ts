import type { EntityManager } from 'typeorm';
import type { Transfer as View } from '#libs/contracts/agents.js';
import { caseNames } from '../cases/cases.js';
import { institutionsById } from '../institutions/administration.js';
import { agentsById } from '../staff/staff.js';
import type { Transfer } from './transfer.entity.js';

export async function transferViews(em: EntityManager, transfers: readonly Transfer[]): Promise<View[]> {
  const names = await caseNames(
    em,
    transfers.map(({ caseId }) => caseId),
  );
  const institutions = await institutionsById(
    em,
    transfers.flatMap(({ fromInstitutionId, toInstitutionId }) => [fromInstitutionId, toInstitutionId]),
  );
  const agents = await agentsById(
    em,
    transfers.map(({ liaisonAgentId }) => liaisonAgentId),
  );
  return transfers.map(({ liaisonAgentId, proposedAt, receiptDueAt, settledAt, ...rest }) => ({
    ...rest,
    ...names(rest.caseId),
    fromInstitutionName: institutions.get(rest.fromInstitutionId)?.name ?? '',
    toInstitutionName: institutions.get(rest.toInstitutionId)?.name ?? '',
    liaisonName: agents.get(liaisonAgentId)?.name ?? '',
    proposedAt: proposedAt.toISOString(),
    receiptDueAt: receiptDueAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}

export async function transferView(em: EntityManager, transfer: Transfer): Promise<View> {
  const [view] = await transferViews(em, [transfer]);
  if (!view) throw new Error('one transfer has one view');
  return view;
}
