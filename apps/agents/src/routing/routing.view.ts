import type { CaseRouting, RoutingAction } from '#libs/contracts/agents.js';
import { contactDirectly, coordinate, overrideRouting, proposeTransfer } from '#libs/contracts/agents.js';
import { may } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { holderOf } from '../cases/cases.js';
import type { KnownCase } from '../cases/cases.js';
import type { Action } from './actions.js';
import { routeCase, summaryOf } from './case-routing.js';
import type { Directory } from './directory.js';

type Detail = Omit<RoutingAction, 'kind' | 'itemCodes' | 'reason' | 'institutionName'>;

const NONE: Detail = { institutionId: null, liaisonIds: [], chiefContactId: null, redLight: false, question: null };

function detailOf(action: Action): Detail {
  switch (action.kind) {
    case 'transfer_down':
    case 'transfer_up':
      return { ...NONE, institutionId: action.toInstitutionId, liaisonIds: action.liaisonIds };
    case 'contact_directly': {
      const { institutionId, chiefContactId, fallbackLiaisonIds: liaisonIds, redLight } = action;
      return { ...NONE, institutionId, chiefContactId, liaisonIds, redLight };
    }
    case 'stays':
    case 'co_handle':
      return { ...NONE, institutionId: action.institutionId };
    case 'ask':
      return { ...NONE, question: action.question };
    case 'coordinate_province':
    case 'gap':
      return NONE;
  }
}

function actionView(action: Action, { institutions }: Directory): RoutingAction {
  const { kind, itemCodes, reason } = action;
  const detail = detailOf(action);
  const institutionName = institutions.find(({ id }) => id === detail.institutionId)?.name ?? null;
  return { kind, itemCodes, reason, institutionName, ...detail };
}

/** The routing and its direct ways are the first institution's, a transfer is the holder's (R33, R36, R37, R39). */
function allowedTo(principal: Principal, found: KnownCase, holderId: string): string[] {
  if (found.endedAt !== null) return [];
  const isFirst = principal.institutionId === found.firstInstitutionId;
  const acts = [
    ...(isFirst ? [overrideRouting, contactDirectly, coordinate] : []),
    ...(principal.institutionId === holderId || isCityManager(principal) ? [proposeTransfer] : []),
  ];
  return acts.filter(({ permission }) => may(principal, permission)).map(({ name }) => name);
}

/** Decides on a third transfer, wherever the case is (R43). */
const isCityManager = ({ institutionLevel, roles }: Principal): boolean =>
  institutionLevel === 'city' && roles.includes('manager');

export async function routingView({ em, principal }: QueryContext, found: KnownCase): Promise<CaseRouting> {
  const { planVersion, routing, directory, override } = await routeCase(em, found);
  const holder = await holderOf(em, found);
  const planned = new Map(found.items.map((item) => [item.itemCode, item]));
  const { county, city } = routing.tally;
  return {
    caseId: found.id,
    planVersion,
    firstInstitutionId: found.firstInstitutionId,
    holdingInstitutionId: holder.id,
    holdingInstitutionName: holder.name,
    proposedInstitutionId: routing.handlingInstitutionId,
    mainLevel: routing.mainLevel,
    county,
    city,
    override: override && {
      mainLevel: override.mainLevel,
      leadRegionId: override.leadRegionId,
      reason: override.reason,
    },
    items: routing.relations.map(({ code, relation }) => ({
      code,
      relation,
      name: planned.get(code)?.name ?? code,
      levelReason: planned.get(code)?.levelReason ?? '',
    })),
    actions: routing.actions.map((action) => actionView(action, directory)),
    summary: summaryOf(routing),
    allowed: allowedTo(principal, found, holder.id),
  };
}
