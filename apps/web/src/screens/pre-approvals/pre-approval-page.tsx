import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { getPreApproval } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { Facts } from '../../parts/facts.js';
import { Page } from '../../parts/page.js';
import { filings } from '../../texts/filings.js';
import { preApprovals } from '../../texts/pre-approvals.js';
import '../filings/filings.css';
import { useCase } from '../filings/item-names.js';
import { Chain } from './chain.js';
import { Conditions, Reviewed } from './conditions.js';
import { PreApprovalActs } from './pre-approval-acts.js';
import { PreApprovalState } from './pre-approval-marks.js';
import { validityWords } from './pre-approval-queue.js';
import type { PreApproval } from './pre-approval.js';

/** One 预审批: what passed, what is missing, what it is part of, and what may be done now. */
export function PreApprovalPage(): ReactNode {
  const { id } = useParams({ from: '/pre-approvals/$id' });
  const found = useAsk(getPreApproval, { id });
  return <Answer of={found}>{(one) => <Detail key={one.id} of={one} />}</Answer>;
}

function Detail({ of }: { of: PreApproval }): ReactNode {
  useLive([of.caseId]);
  return (
    <Page
      title={`${of.itemName}${of.works ? ` · ${of.works}` : ''}`}
      aside={
        <>
          <PreApprovalState state={of.state} /> <span className="soft">{of.number}</span>
        </>
      }
      actions={<Link to="/pre-approvals">{preApprovals.backToQueue}</Link>}
    >
      <p className="soft">{preApprovals.noLegalEffect}</p>
      <div className="filing">
        <div className="filing-acts">
          <PreApprovalActs key={of.state} of={of} />
        </div>
        <div className="filing-record">
          <Head of={of} />
          <Conditions of={of} />
          <Reviewed of={of} />
          <Chain caseId={of.caseId} at={of.id} />
        </div>
      </div>
    </Page>
  );
}

function Head({ of }: { of: PreApproval }): ReactNode {
  const today = useToday();
  const { found } = useCase(of.caseId);
  const valid = of.validTo && `${preApprovals.validTo(day(of.validTo, today))} · ${validityWords(today, of.validTo)}`;
  return (
    <section aria-label={filings.facts}>
      <Facts
        rows={[
          [
            preApprovals.project,
            <Link key="case" to="/cases/$caseId" params={{ caseId: of.caseId }} search={{ tab: 'items' }}>
              {found?.projectName ?? of.caseId}
            </Link>,
          ],
          [preApprovals.applicant, of.applicantName],
          [preApprovals.department, found?.items.find(({ itemCode }) => itemCode === of.itemCode)?.departmentName],
          [preApprovals.appliedOn, day(of.appliedOn, today)],
          [preApprovals.documentNumber, of.documentNumber],
          [preApprovals.issuedOn, of.issuedOn && day(of.issuedOn, today)],
          [preApprovals.validity, of.state === 'issued' || of.state === 'on_hold' ? valid : null],
          [filings.specials, of.extended && preApprovals.extended],
          [preApprovals.stamp, of.stamp],
          [preApprovals.convertedOn, of.convertedOn && day(of.convertedOn, today)],
          [preApprovals.reason, of.reason],
          [
            preApprovals.formal,
            of.approvalId && (
              <Link key="formal" to="/approvals/$id" params={{ id: of.approvalId }}>
                {preApprovals.openFormal}
              </Link>
            ),
          ],
        ]}
      />
      {of.state === 'issued' && of.conversionDueOn && (
        <p>
          <strong>{preApprovals.conversionDue(day(of.conversionDueOn, today))}</strong>
        </p>
      )}
    </section>
  );
}
