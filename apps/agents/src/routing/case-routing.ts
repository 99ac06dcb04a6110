import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { routingEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import type { KnownCase } from '../cases/cases.js';
import { Institution } from '../institutions/institution.entity.js';
import { Item } from '../reference/item.entity.js';
import { isOpen } from './actions.js';
import type { PlannedItem } from './case.js';
import type { Directory } from './directory.js';
import { KEY_ITEM_WEIGHTS } from './main-level.js';
import { directoryOf } from './roster-directory.js';
import { route } from './route.js';
import type { Routing } from './route.js';
import { RoutingOverride } from './routing-override.entity.js';

export interface RoutedCase {
  planVersion: number;
  routing: Routing;
  directory: Directory;
  override: RoutingOverride | null;
}

/** The engine's answer on the item plan and the roster as they stand now; 409 until the plan has arrived. */
export async function routeCase(em: EntityManager, found: KnownCase): Promise<RoutedCase> {
  const { planVersion } = found;
  if (planVersion === null) throw fail('not_yet_known');
  const override = await em.findOneBy(RoutingOverride, { caseId: found.id, validTo: IsNull() });
  const directory = await directoryOf(em);
  const { mainLevel = null, leadRegionId = null, reason = '' } = override ?? {};
  const routing = route({
    first: await em.findOneByOrFail(Institution, { id: found.firstInstitutionId }),
    items: await plannedItems(em, found),
    directory,
    projectCategory: found.scenario,
    weights: KEY_ITEM_WEIGHTS,
    override: mainLevel && { mainLevel, reason },
    leadRegionId,
  });
  return { planVersion, routing, directory, override };
}

async function plannedItems(em: EntityManager, { items, regionIds }: KnownCase): Promise<PlannedItem[]> {
  const lineDepartments = new Map((await em.find(Item)).map(({ code, lineDepartment }) => [code, lineDepartment]));
  return items.map(({ itemCode, name, level, need, entrusted, counted }) => ({
    code: itemCode,
    name,
    level,
    needed: need === 'needed',
    entrusted,
    counted,
    regionIds,
    lineDepartment: lineDepartments.get(itemCode) ?? null,
  }));
}

/** What the routing says, in words: the reasons of its actions, each once. */
export const summaryOf = ({ actions }: Routing): string => [...new Set(actions.map(({ reason }) => reason))].join('');

/** What must be answered or completed before anything moves. */
export const questionsOf = ({ actions }: Routing): string[] =>
  actions.filter(isOpen).map((action) => (action.kind === 'ask' ? action.question : action.reason));

/** Tells the answer to everyone; called when the plan, the first institution or the override is new. */
export async function proposeRouting(context: WorkContext, found: KnownCase): Promise<void> {
  const { planVersion, routing } = await routeCase(context.em, found);
  context.publish(routingEvents, 'proposed', {
    caseId: found.id,
    planVersion,
    mainLevel: routing.mainLevel,
    summary: summaryOf(routing),
    questions: questionsOf(routing),
  });
}
