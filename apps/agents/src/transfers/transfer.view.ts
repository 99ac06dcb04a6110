import { receiveTransfer, returnTransfer } from '#libs/contracts/agents.js';
import type { Transfer as View } from '#libs/contracts/agents.js';
import { may } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { caseNames } from '../cases/cases.js';
import { institutionsById } from '../institutions/administration.js';
import { agentsById } from '../staff/staff.js';
import type { Transfer } from './transfer.entity.js';

export async function transferViews({ em, principal }: QueryContext, transfers: readonly Transfer[]): Promise<View[]> {
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
    actions: actionsOf(principal, rest),
  }));
}

/** Received or returned by the institution it waits for (R39). */
function actionsOf(
  principal: Principal,
  { state, toInstitutionId }: Pick<Transfer, 'state' | 'toInstitutionId'>,
): string[] {
  if (state !== 'proposed' || principal.institutionId !== toInstitutionId) return [];
  return [receiveTransfer, returnTransfer]
    .filter(({ permission }) => may(principal, permission))
    .map(({ name }) => name);
}

export async function transferView(context: QueryContext, transfer: Transfer): Promise<View> {
  const [view] = await transferViews(context, [transfer]);
  if (!view) throw new Error('one transfer has one view');
  return view;
}
