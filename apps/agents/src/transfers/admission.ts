import type { proposeTransfer } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { Principal } from '#libs/identity/principal.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { entrustedItem } from '../cases/cases.js';
import type { KnownCase } from '../cases/cases.js';
import type { Institution } from '../institutions/institution.entity.js';
import type { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { liaisonsInOffice } from '../liaisons/terms.js';
import type { Transfer as TransferAction } from '../routing/actions.js';
import { questionsOf, routeCase, summaryOf } from '../routing/case-routing.js';
import type { Routing } from '../routing/route.js';
import { needsCityManager } from '../routing/transfer-limit.js';
import { Transfer } from './transfer.entity.js';

export type Proposal = Input<typeof proposeTransfer>;

/** R43: the city's manager, who says what was decided, may move a case that others may not. */
export const decides = ({ institutionLevel, roles }: Principal, { decision }: Proposal): boolean =>
  decision !== null && institutionLevel === 'city' && roles.includes('manager');

/** F06: the papers can be followed on their way (R38). */
export function mustBeTraceable({ method, trackingNumber, methodNote }: Proposal): void {
  if (method === 'courier' && trackingNumber === null) throw fail('tracking_number_needed');
  if (method === 'other' && methodNote === null) throw fail('method_note_needed');
}

/** Only entrusted items move, and those of the province never do (R8, R36). */
export function mustBeMovable(found: KnownCase, itemCodes: readonly string[]): void {
  for (const code of itemCodes) {
    const { level, name } = entrustedItem(found, code);
    if (level === 'province') throw fail('province_not_transferred', { item: name });
  }
}

/** R39: one open transfer at a time. R43: no ping-pong. Returns how many there were. */
export async function mustBeFree(context: WorkContext, proposal: Proposal): Promise<number> {
  const past = await context.em.findBy(Transfer, { caseId: proposal.caseId });
  const open = fail('transfer_open');
  context.onConflict('uq_transfer_open', open);
  if (past.some(({ state }) => state === 'proposed')) throw open;
  const limited = needsCityManager(past, proposal.itemCodes);
  if (limited.length > 0 && !decides(context.principal, proposal)) throw fail('transfer_limit_reached');
  return past.length;
}

/** The routing's answer, unless a reason or the city manager's decision stands against it (R33). */
export async function mustFollowRouting(
  { em, principal }: WorkContext,
  found: KnownCase,
  proposal: Proposal,
): Promise<TransferAction | undefined> {
  const { routing } = await routeCase(em, found);
  const action = routing.actions.find((each) => isTransferTo(each, proposal.toInstitutionId));
  if (proposal.overrideReason !== null || decides(principal, proposal)) return action;
  const open = questionsOf(routing);
  if (open.length > 0) throw fail('routing_open', { open: open.join('') });
  if (!agrees(routing, action, proposal)) throw fail('transfer_not_as_routed', { summary: summaryOf(routing) });
  return action;
}

const isTransferTo = (action: Routing['actions'][number], institutionId: string): action is TransferAction =>
  (action.kind === 'transfer_down' || action.kind === 'transfer_up') && action.toInstitutionId === institutionId;

/** The items of the routed transfer, or whatever goes back to where the routing wants the case. */
const agrees = (routing: Routing, action: TransferAction | undefined, { itemCodes, toInstitutionId }: Proposal) =>
  action
    ? itemCodes.every((code) => action.itemCodes.includes(code))
    : routing.handlingInstitutionId === toInstitutionId;

/** The liaison who is contacted first: the one chosen, else the routing's, else the first in office (R33, R34). */
export async function liaisonOf(
  { em }: WorkContext,
  to: Institution,
  chosen: string | undefined,
): Promise<ChiefLiaison> {
  const inOffice = await liaisonsInOffice(em, to.id);
  const [first] = inOffice;
  if (!first) throw fail('no_chief_liaison', { institution: to.name });
  if (chosen === undefined) return first;
  const liaison = inOffice.find(({ id }) => id === chosen);
  if (!liaison) throw fail('liaison_elsewhere', { institution: to.name });
  return liaison;
}
