import { isDeepStrictEqual } from 'node:util';
import { Controller } from '@nestjs/common';
import { assignmentEvents, caseEvents, itemPlanEvents, routingEvents } from '#libs/contracts/facts.js';
import type { Fact } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { projection } from '#libs/messaging/projections.js';
import { CaseScope } from './case-scope.entity.js';
import { scopeOf } from './visible.js';

interface Additions {
  unitId?: string;
  regionIds?: string[];
  institutionIds?: string[];
  agentIds?: string[];
  departmentCodes?: string[];
}

/** Sorted, so that the same facts give the same row in whatever order they come. */
const union = (kept: string[], added: string[] = []): string[] => [...new Set([...kept, ...added])].toSorted();

const wider = (scope: CaseScope, additions: Additions) => ({
  unitId: additions.unitId ?? scope.unitId,
  regionIds: union(scope.regionIds, additions.regionIds),
  institutionIds: union(scope.institutionIds, additions.institutionIds),
  agentIds: union(scope.agentIds, additions.agentIds),
  departmentCodes: union(scope.departmentCodes, additions.departmentCodes),
});

/**
 * Widens the scope of a case; the row is made by whichever fact comes first. A scope only grows, and most facts add nothing
 * to it: they leave the row alone, which would else be locked behind a case's copy by some and in front of it by others.
 */
export async function widenScope(context: WorkContext, caseId: string, additions: Additions): Promise<void> {
  const seen = await context.em.findOneBy(CaseScope, { id: caseId });
  if (seen && isDeepStrictEqual({ ...seen, ...wider(seen, additions) }, { ...seen })) return;
  const scope = (await context.lock(CaseScope, { id: caseId })) ?? (await makeScope(context, caseId));
  Object.assign(scope, wider(scope, additions));
}

/** Facts of several streams may be the first at the same moment: whoever comes second waits for the row and then has it too. */
async function makeScope(context: WorkContext, id: string): Promise<CaseScope> {
  const none = { unitId: null, regionIds: [], institutionIds: [], agentIds: [], departmentCodes: [] };
  await context.em
    .createQueryBuilder()
    .insert()
    .into(CaseScope)
    .values({ id, version: 1, ...none })
    .orIgnore()
    .execute();
  const scope = await context.lock(CaseScope, { id });
  if (!scope) throw new Error(`the scope of case ${id} was made and is gone`);
  return scope;
}

/**
 * Of a service that follows cases: 404 unless the principal may know of this one (R78). A case whose first fact has not
 * arrived is answered `not_yet_known`, because only its owner can say that there is none.
 */
export async function mustSee(context: QueryContext, caseId: string): Promise<void> {
  const seen = await look(context, caseId);
  if (seen === 'unheard') throw fail('not_yet_known');
  if (seen === 'hidden') throw fail('case_not_found');
}

/** Of the owner of cases: the same answer for one that is hidden and for one that does not exist (R78). */
export async function mustSeeOwned(context: QueryContext, caseId: string): Promise<void> {
  if ((await look(context, caseId)) !== 'visible') throw fail('case_not_found');
}

async function look({ em, principal }: QueryContext, caseId: string): Promise<'visible' | 'hidden' | 'unheard'> {
  const { sql, params } = scopeOf(principal);
  const row = await em
    .createQueryBuilder(CaseScope, 'scope')
    .select('scope.unit_id IS NOT NULL', 'heard')
    .addSelect(`(${sql})`, 'visible')
    .where('scope.id = :caseId', { caseId })
    .setParameters(params)
    .getRawOne<{ heard: boolean; visible: boolean | null }>();
  if (row?.visible) return 'visible';
  return row?.heard ? 'hidden' : 'unheard';
}

const caseScope = projection('case_scope', CaseScope);

/** Keeps `case_scope` in a service that imports it, from the facts of all. */
@Controller()
export class ScopeKeeper {
  @OnFact(caseEvents, 'applied', caseScope)
  async applied({ data }: Fact<typeof caseEvents, 'applied'>, context: WorkContext): Promise<void> {
    const { caseId, project, firstInstitutionId } = data;
    const { unitId, regionIds } = project;
    await widenScope(context, caseId, { unitId, regionIds, institutionIds: [firstInstitutionId] });
  }

  @OnFact(caseEvents, 'mandateGranted', caseScope)
  async mandated({ data }: Fact<typeof caseEvents, 'mandateGranted'>, context: WorkContext): Promise<void> {
    await widenScope(context, data.caseId, { agentIds: [data.holderAgentId] });
  }

  @OnFact(routingEvents, 'transferProposed', caseScope)
  async proposed({ data }: Fact<typeof routingEvents, 'transferProposed'>, context: WorkContext): Promise<void> {
    const institutionIds = [data.toInstitutionId, ...(data.copiedInstitutionIds ?? [])];
    await widenScope(context, data.caseId, { institutionIds, agentIds: [data.liaisonAgentId] });
  }

  @OnFact(routingEvents, 'contactAsked', caseScope)
  async asked({ data }: Fact<typeof routingEvents, 'contactAsked'>, context: WorkContext): Promise<void> {
    await widenScope(context, data.caseId, { institutionIds: [data.institutionId], agentIds: [data.agentId] });
  }

  @OnFact(assignmentEvents, 'handOverProposed', caseScope)
  async offered({ data }: Fact<typeof assignmentEvents, 'handOverProposed'>, context: WorkContext): Promise<void> {
    await widenScope(context, data.caseId, { agentIds: [data.toAgentId] });
  }

  @OnFact(assignmentEvents, 'assigned', caseScope)
  async assigned({ data }: Fact<typeof assignmentEvents, 'assigned'>, context: WorkContext): Promise<void> {
    await widenScope(context, data.caseId, { agentIds: [data.agentId] });
  }

  @OnFact(itemPlanEvents, 'made', caseScope)
  async planned({ data }: Fact<typeof itemPlanEvents, 'made'>, context: WorkContext): Promise<void> {
    const bodies = data.items
      .filter(({ need }) => need !== 'not_needed')
      .flatMap(({ legalBody, handlingBody, consultedBody }) => [legalBody, handlingBody, consultedBody]);
    await widenScope(context, data.caseId, { departmentCodes: bodies.filter((body) => body !== null) });
  }
}
