import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { CaseStart } from './case-start.entity.js';
import { decisionBlockers, decisionRefusal, documentName } from './prerequisites.js';
import type { Evidence, OwnItem } from './prerequisites.js';
import type { PlannedItem } from './own-set.js';

const SIGNERS = { unit: '项目单位', institution: '帮代办机构' } as const;
export const EVIDENCE_ZH: Record<Evidence, string> = { land: '用地凭证', project: '项目批准、核准或备案文件' };

/** Entrusted items start only once both have signed (F05); what the unit does itself waits for no agreement (R8). */
export async function mustBeActive({ em, principal }: QueryContext, { copy, plan, item }: PlannedItem): Promise<void> {
  if (!plan.entrusted) {
    if (principal.kind === 'agent') throw fail('item_not_entrusted', { item: item.nameZh });
    return;
  }
  switch (copy.state) {
    case 'active':
      return;
    case 'applied':
      throw fail('agreement_not_signed', {
        pending: signersMissing(await em.findOneBy(CaseStart, { id: copy.id })).join('、'),
      });
    case 'closing':
    case 'closed':
    case 'terminated':
      throw fail('case_is_over');
  }
}

/** Who has not signed the agreement yet, in words. */
export const signersMissing = (start: CaseStart | null): string[] =>
  (['unit', 'institution'] as const).filter((one) => !start?.signedBy.includes(one)).map((one) => SIGNERS[one]);

/** An application to an authority exists for permits, confirmations, filings and utilities that have a deciding body. */
export function hasAuthority({ plan, item }: Pick<PlannedItem, 'plan' | 'item'>): boolean {
  const applied = ['行政许可', '行政确认', '备案', '其他', '市政公用服务'].includes(item.kind);
  return applied && item.decider !== null && plan.servedBy !== '跟踪';
}

/** The bodies of an item that is applied for; refuses one that has none, or none yet. */
export function bodiesOf(planned: PlannedItem): { legalBody: string; handlingBody: string } {
  const { legalBody, handlingBody } = planned.plan;
  if (!hasAuthority(planned)) throw fail('item_without_authority', { item: planned.item.nameZh });
  if (!legalBody || !handlingBody) throw fail('authority_unknown', { item: planned.item.nameZh });
  return { legalBody, handlingBody };
}

interface Decided {
  item: ItemRow;
  works: string | null;
  items: ReadonlyMap<string, ItemRow>;
}

/** What still blocks a grant, in words: only a pre-approval upstream (F08), missing evidence, an open prerequisite (R8). */
export function mustBeGrantable({ item, works, items }: Decided, ownSet: readonly OwnItem[]): void {
  const blockers = decisionBlockers(item, works, ownSet);
  const nameOf = (code: string) => items.get(code)?.nameZh ?? code;
  switch (decisionRefusal(blockers)) {
    case null:
      return;
    case 'only_pre_approved': {
      const documents = items.get(blockers.onlyPreApproved[0] ?? '');
      throw fail('only_pre_approved', {
        document: documents ? documentName(documents) : '',
        target: documentName(item),
      });
    }
    case 'evidence_missing':
      throw fail('evidence_missing', { evidence: blockers.evidenceMissing.map((one) => EVIDENCE_ZH[one]) });
    case 'prerequisites_open': {
      const groups = blockers.open.map((group) =>
        [...new Set(group.map(({ code }) => `“${nameOf(code)}”`))].join('或'),
      );
      throw fail('prerequisites_open', { items: groups });
    }
  }
}
