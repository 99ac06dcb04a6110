import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getItem } from '../../api/operations.js';
import { day, instant } from '../../parts/dates.js';
import { Facts as FactList } from '../../parts/facts.js';
import { FileLink } from '../../parts/file-link.js';
import { Mark } from '../../parts/marks.js';
import { filings, modes, sources } from '../../texts/filings.js';
import type { Filing } from './filing.js';

/** Who applies for what, where, and how. */
export function Facts({ of }: { of: Filing }): ReactNode {
  const { caseId, projectName, caseNumber, applicantName, mandateHolderName, departmentName, handlingMode } = of;
  return (
    <section aria-label={filings.facts}>
      <FactList
        rows={[
          [
            filings.project,
            <Link key="case" to="/cases/$caseId" params={{ caseId }} search={{ tab: 'items' }}>
              {projectName} <span className="soft small">{caseNumber}</span>
            </Link>,
          ],
          [filings.applicant, applicantName],
          [filings.holder, mandateHolderName ?? filings.unitItself],
          [filings.department, departmentName],
          [filings.handlingMode, handlingMode && modes[handlingMode]],
          [filings.specials, <Specials key="specials" of={of} />],
          [filings.source, of.source === 'platform' ? null : sources[of.source]],
          [filings.submittedAt, of.submittedAt && instant(of.submittedAt)],
          [filings.decidedOn, of.decidedOn && day(of.decidedOn)],
          [filings.documentNumber, of.documentNumber],
          [filings.validity, of.documentNumber && <Validity itemCode={of.itemCode} />],
          [filings.reason, of.reason],
          [filings.evidence, of.evidenceFileId && <FileLink fileId={of.evidenceFileId} label={filings.openFile} />],
          [
            filings.fromPreApproval,
            of.preApprovalId && (
              <Link key="pre" to="/pre-approvals/$id" params={{ id: of.preApprovalId }}>
                {filings.openPreApproval}
              </Link>
            ),
          ],
        ]}
      />
    </section>
  );
}

function Specials({ of: { deferral, notifyAndCommit, parallelGroup } }: { of: Filing }): ReactNode {
  if (!deferral && !notifyAndCommit && !parallelGroup) return filings.noSpecials;
  return (
    <>
      {deferral && <Mark tone="indigo">{filings.deferralMark}</Mark>}{' '}
      {notifyAndCommit && <Mark tone="indigo">{filings.commitmentMark}</Mark>}{' '}
      {parallelGroup && <Mark tone="indigo">{filings.parallelMark(parallelGroup)}</Mark>}
    </>
  );
}

/** How long the result of the item holds, as the catalogue says. */
function Validity({ itemCode }: { itemCode: string }): ReactNode {
  const { data } = useAsk(getItem, { code: itemCode });
  return data?.validity || filings.noValidity;
}
