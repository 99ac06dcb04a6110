import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listAgreements as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { listAgreements, listDocuments, signAgreement } from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { Answer } from '../../parts/answer.js';
import { day, dayOf } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { papers } from '../../texts/case-papers.js';
import { DraftAgreement, FileScan } from './agreement-acts.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { DownloadLink } from './download-link.js';
import { Mandates } from './mandates.js';

export type Agreement = Output<typeof contract>['items'][number];

/** 协议: what both sides have agreed, version by version, and what the agent may file in the unit's name. */
export function AgreementTab({ of }: CaseTab): ReactNode {
  const found = useAsk(listAgreements, { caseId: of.id });
  return (
    <>
      <Answer of={found}>
        {({ items }) => {
          const newestFirst = items.toSorted((a, b) => b.agreementVersion - a.agreementVersion);
          return (
            <Section
              title={papers.agreements}
              actions={
                allows(of, 'projects.draft-agreement') && <DraftAgreement of={of} supplement={items.length > 0} />
              }
            >
              {items.length === 0 && <p className="soft">{papers.noAgreement}</p>}
              {newestFirst.map((agreement, at) => (
                <Version key={agreement.id} of={of} agreement={agreement} newest={at === 0} />
              ))}
            </Section>
          );
        }}
      </Answer>
      <Mandates of={of} />
    </>
  );
}

interface VersionOf extends CaseTab {
  agreement: Agreement;
  newest: boolean;
}

function Version({ of, agreement, newest }: VersionOf): ReactNode {
  const { agreementVersion, inForce, reason, text, items } = agreement;
  const scans = useAsk(listDocuments, agreement.scanFileId ? { caseId: of.id, kind: 'agreement' } : null).data?.items;
  const scan = scans?.find(({ fileId }) => fileId === agreement.scanFileId);
  return (
    <article className="agreement" aria-label={papers.version(agreementVersion)}>
      <h3>
        {papers.version(agreementVersion)}{' '}
        <Mark tone={inForce ? 'jade' : 'ink'}>{inForce ? papers.inForce : papers.replaced}</Mark>
      </h3>
      {reason && <p>{reason}</p>}
      <Signatures agreement={agreement} />
      <details>
        <summary>{papers.items(items.length)}</summary>
        <p>{items.map(({ itemCode, name }) => `${itemCode} ${name}`).join('、')}</p>
      </details>
      <details>
        <summary>{papers.readText}</summary>
        <p className="agreement-text">{text}</p>
      </details>
      {scan && <DownloadLink of={scan} />}
      {newest && (
        <div className="item-acts">
          {allows(of, 'projects.sign-agreement') && (
            <ActButton
              command={signAgreement}
              input={{ caseId: of.id, agreementId: agreement.id }}
              label={papers.sign}
              said={() => papers.signed}
              kind={{ type: 'primary' }}
            />
          )}
          {allows(of, 'projects.file-signed-agreement') && <FileScan of={of} agreement={agreement} />}
        </div>
      )}
    </article>
  );
}

function Signatures({
  agreement: { unitSignature: unit, institutionSignature: institution },
}: Pick<VersionOf, 'agreement'>) {
  return (
    <ul className="plain">
      <li>{unit ? papers.unitSigned(unit.name, day(dayOf(unit.at))) : papers.waitsFor(papers.unit)}</li>
      <li>
        {institution
          ? papers.institutionSigned(institution.name, day(dayOf(institution.at)))
          : papers.waitsFor(papers.institution)}
      </li>
    </ul>
  );
}
