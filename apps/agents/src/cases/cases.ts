import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import { fail } from '#libs/contracts/errors.js';
import type { PlanItem } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Institution } from '../institutions/institution.entity.js';
import { Transfer } from '../transfers/transfer.entity.js';
import { CaseCopy } from './case-copy.entity.js';

/** A case of which `case.applied` has arrived. */
export type KnownCase = CaseCopy & {
  number: string;
  projectName: string;
  scenario: string;
  firstInstitutionId: string;
};

export const isKnown = (found: CaseCopy | null): found is KnownCase =>
  found !== null && found.firstInstitutionId !== null;

/** The case, its copy locked: what is done about one case happens one after the other. 404 when one may not see it. */
export async function lockCase(context: WorkContext, caseId: string): Promise<KnownCase> {
  await mustSee(context, caseId);
  const found = await context.lock(CaseCopy, { id: caseId });
  if (!isKnown(found)) throw fail('not_yet_known');
  return found;
}

/** As `lockCase`; 409 when the service for the case is over. */
export async function lockRunningCase(context: WorkContext, caseId: string): Promise<KnownCase> {
  const found = await lockCase(context, caseId);
  if (found.endedAt !== null) throw fail('case_is_over');
  return found;
}

export async function readCase(context: QueryContext, caseId: string): Promise<KnownCase> {
  await mustSee(context, caseId);
  const found = await context.em.findOneBy(CaseCopy, { id: caseId });
  if (!isKnown(found)) throw fail('not_yet_known');
  return found;
}

const PARTIES = { unit: '项目单位', institution: '帮代办机构' } as const;

/** F05: nothing starts before both have signed (R44). */
export function mustBeSigned({ activatedAt, signedBy }: CaseCopy): void {
  if (activatedAt !== null) return;
  const pending = (['unit', 'institution'] as const).filter((party) => !signedBy.includes(party));
  if (pending.length === 0) throw fail('not_yet_known');
  throw fail('agreement_not_signed', { pending: pending.map((party) => PARTIES[party]) });
}

/** The institution that answers for a case now: the receiver of the last received transfer, else the first one (R31, R39). */
export async function holderOf(em: EntityManager, { id: caseId, firstInstitutionId }: KnownCase): Promise<Institution> {
  const last = await em.findOne(Transfer, { where: { caseId, state: 'received' }, order: { ordinal: 'DESC' } });
  return em.findOneByOrFail(Institution, { id: last?.toInstitutionId ?? firstInstitutionId });
}

/** Coordination and direct contacts are the first institution's acts, also after a transfer (R36, R37). */
export async function mustBeFirst({ em, principal }: QueryContext, { firstInstitutionId }: KnownCase): Promise<void> {
  if (principal.kind === 'agent' && principal.institutionId === firstInstitutionId) return;
  const { name } = await em.findOneByOrFail(Institution, { id: firstInstitutionId });
  throw fail('not_first_institution', { institution: name });
}

/** The needed and entrusted item of the plan; what the unit does itself is not moved (R8). */
export function entrustedItem({ items }: CaseCopy, code: string): PlanItem {
  const item = items.find(({ itemCode }) => itemCode === code);
  if (item?.need === 'needed' && item.entrusted) return item;
  throw fail('item_not_entrusted', { item: item?.name ?? code });
}

/** Numbers people read, of these cases. */
export async function caseNumbers(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const cases = await em.find(CaseCopy, { where: { id: In([...ids]) }, order: { number: 'ASC' } });
  return cases.map(({ id, number }) => number ?? id);
}

/** What people call each of these cases; empty while its first fact has not arrived. */
export async function caseNames(em: EntityManager, ids: readonly string[]) {
  const cases = await em.findBy(CaseCopy, { id: In([...new Set(ids)]) });
  const byId = new Map(cases.map((found) => [found.id, found]));
  return (id: string) => ({ caseNumber: byId.get(id)?.number ?? '', projectName: byId.get(id)?.projectName ?? '' });
}
