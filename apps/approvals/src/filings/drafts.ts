import { In, IsNull, Not } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { limitsOf } from '../clocks/filing-clocks.js';
import { Approval, NEW_FILING } from './approval.entity.js';
import { nextNumber } from './numbers.js';
import type { PlannedItem } from './own-set.js';
import type { Bodies } from './parties.js';

interface Key {
  caseId: string;
  itemCode: string;
  works: string | null;
}

/** The filing of an item that is under way or stands decided, if there is one. */
export async function liveApproval(context: WorkContext, { caseId, itemCode, works }: Key): Promise<Approval | null> {
  const state = Not(In(['cancelled', 'not_accepted', 'withdrawn', 'revoked'] as const));
  const found = await context.lockAll(Approval, { caseId, itemCode, works: works ?? IsNull(), state });
  return found.find(({ result }) => result !== 'refused') ?? null;
}

/** The filing to begin with: a draft whose record was rejected, else a new one; refuses while another is under way. */
export async function openDraft(
  context: WorkContext,
  planned: PlannedItem,
  key: Key,
  bodies: Bodies,
): Promise<Approval> {
  const live = await liveApproval(context, key);
  if (live?.state === 'draft' && live.claim !== null) throw fail('record_unverified');
  if (live && live.state !== 'draft') throw fail('filing_exists', { item: live.itemName });
  return live ?? (await draftOf(context, planned, key, bodies));
}

/** A filing to which nothing has happened; a race for the same item is told `filing_exists`. */
export async function draftOf(
  context: WorkContext,
  { copy, item }: PlannedItem,
  { caseId, itemCode, works }: Key,
  bodies: Bodies,
): Promise<Approval> {
  const refusal = fail('filing_exists', { item: item.nameZh });
  context.onConflict('uq_approval_item', refusal);
  context.onConflict('uq_approval_item_works', refusal);
  return context.add(Approval, {
    ...NEW_FILING,
    legalBody: bodies.legalBody,
    handlingBody: bodies.handlingBody,
    number: await nextNumber(context, 'BJ'),
    caseId,
    itemCode,
    itemName: item.nameZh,
    works,
    applicantUnitId: copy.project.unitId,
    applicantName: copy.project.unitName,
    limits: limitsOf(item),
  });
}
