import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { listDocuments, listVisits } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day, instant } from '../../parts/dates.js';
import { Section } from '../../parts/section.js';
import { cases } from '../../texts/cases.js';
import type { CaseTab } from './case-page.js';
import { DownloadLink } from './download-link.js';

/** Every visit and every trip, the newest first. */
export function VisitsAndTrips({ of }: CaseTab): ReactNode {
  const found = useAsk(listVisits, { caseId: of.id });
  const photos = useAsk(listDocuments, { caseId: of.id, kind: 'photo' }).data?.items ?? [];
  return (
    <Answer of={found}>
      {({ visits, trips }) => (
        <>
          <Section title={`${cases.visitsName} ${visits.length}`}>
            {visits.length === 0 && <p className="soft">{cases.noVisits}</p>}
            <ul className="plain log">
              {visits.toReversed().map((visit) => {
                const photo = photos.find(({ fileId }) => fileId === visit.photoFileId);
                return (
                  <li key={visit.id}>
                    <small className="soft">
                      {instant(visit.visitedAt)} · {visit.visitorName}
                      {visit.by === 'approver' && ` (${cases.approver})`} · {visit.place} ·{' '}
                      {cases.metWithWho(visit.metWith)}
                    </small>
                    <p>{visit.result}</p>
                    {visit.onSite && (
                      <small className="soft">
                        <SafetyCertificateOutlined /> {cases.helmet}
                      </small>
                    )}
                    {photo && <DownloadLink of={photo} />}
                  </li>
                );
              })}
            </ul>
          </Section>
          <Section title={`${cases.tripsName} ${trips.length}`}>
            {trips.length === 0 && <p className="soft">{cases.noTrips}</p>}
            <ul className="plain log">
              {trips.toReversed().map(({ id, on, reason, recordedBy }) => (
                <li key={id}>
                  <small className="soft">
                    {day(on)} · {recordedBy}
                  </small>
                  <p>{reason}</p>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Answer>
  );
}
