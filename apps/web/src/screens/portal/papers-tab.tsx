import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { listApprovals, listDocuments } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day, dayOf } from '../../parts/dates.js';
import { Section } from '../../parts/section.js';
import { papers } from '../../texts/portal.js';
import { DownloadLink } from '../cases/download-link.js';
import { PaperUpload } from './paper-upload.js';
import { Supplies } from './supplies.js';
import type { Shown } from './unit-case.js';

/** What papers are asked of the unit, and what is there. */
export function PapersTab({ of }: { of: Shown }): ReactNode {
  const caseId = of.detail.id;
  const filings = useAsk(listApprovals, { caseId, pageSize: 200 });
  return (
    <>
      <Section title={papers.corrections}>
        <Answer of={filings}>{({ items }) => <Supplies of={items} readOnly={of.readOnly} />}</Answer>
      </Section>
      <Section
        title={papers.list}
        actions={of.may('projects.register-document') && <PaperUpload caseId={caseId} items={of.progress.items} />}
      >
        <Documents caseId={caseId} />
      </Section>
    </>
  );
}

function Documents({ caseId }: { caseId: string }): ReactNode {
  return (
    <Answer of={useAsk(listDocuments, { caseId })}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="soft">{papers.noFiles}</p>}
          <ul className="plain portal-items">
            {items.map((document) => (
              <li key={document.id}>
                <DownloadLink of={document} />
                <p className="soft">{papers.by(document.registeredBy, day(dayOf(document.registeredAt)))}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}
