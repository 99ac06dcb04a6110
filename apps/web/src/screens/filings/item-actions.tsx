import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { listItemActions } from '../../api/operations.js';
import type { CaseDetail } from '../cases/case-page.js';
import './filings.css';
import type { CaseItem } from './item-act.js';
import { BackFillAct, CompletionAct, ExternalDecisionAct, MilestoneAct } from './record-acts.js';
import { PreApplyAct } from './pre-apply-act.js';
import { PreReviewAct } from './pre-review-act.js';
import { SubmitAct } from './submit-act.js';

const ACTS = {
  'approvals.submit-approval': SubmitAct,
  'approvals.apply-for-pre-approval': PreApplyAct,
  'approvals.request-pre-review': PreReviewAct,
  'approvals.record-completion': CompletionAct,
  'approvals.record-external-decision': ExternalDecisionAct,
  'approvals.back-fill-approval': BackFillAct,
  'approvals.record-milestone': MilestoneAct,
} as const;

/** What may be begun with an item of a case now: the owner says which, here is how. */
export function ItemActions({ of, item }: { of: CaseDetail; item: CaseItem }): ReactNode {
  const { data } = useAsk(listItemActions, { caseId: of.id });
  const offered = data?.items.find(({ itemCode }) => itemCode === item.itemCode);
  if (!offered || offered.actions.length === 0) return null;
  return (
    <div className="act-row">
      {Object.entries(ACTS)
        .filter(([operation]) => offered.actions.includes(operation))
        .map(([operation, Act]) => (
          <Act key={operation} of={of} item={item} offered={offered} />
        ))}
    </div>
  );
}
