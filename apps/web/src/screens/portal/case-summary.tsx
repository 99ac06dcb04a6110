import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listCases } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { getProgress } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { CaseState } from '../../parts/marks.js';
import { StageBar } from '../../parts/stage-bar.js';
import { portal } from '../../texts/portal.js';
import { Contacts } from './contacts.js';

export type Case = Output<typeof listCases>['items'][number];

/** One project on the unit's first page: how far, in words, by when, and who is at it. */
export function CaseSummary({ of }: { of: Case }): ReactNode {
  const { data } = useAsk(getProgress, { caseId: of.id });
  return (
    <article className="portal-case" aria-labelledby={`case-${of.id}`}>
      <header>
        <h2 id={`case-${of.id}`}>
          <Link to="/cases/$caseId" params={{ caseId: of.id }}>
            {of.projectName}
          </Link>
        </h2>
        <CaseState state={of.state} /> <span className="soft">{portal.number(of.number)}</span>
      </header>
      {data && data.stages.length > 0 && <StageBar stages={data.stages} />}
      {data && <p className="portal-words">{data.summary}</p>}
      <div className="portal-columns">
        <Contacts caseId={of.id} institutionId={of.currentInstitution.id} />
        <Figures endOn={data?.endOn ?? null} visits={of.visits} trips={of.trips} />
      </div>
    </article>
  );
}

/** By when, and the N and the 0. */
export function Figures(of: { endOn: string | null; visits: number; trips: number }): ReactNode {
  return (
    <dl className="figures">
      <div>
        <dt>{portal.endOn}</dt>
        <dd>{of.endOn ? day(of.endOn) : <small>{portal.endUnknown}</small>}</dd>
      </div>
      <div>
        <dt>{portal.visits}</dt>
        <dd>{portal.times(of.visits)}</dd>
      </div>
      <div>
        <dt>{portal.trips}</dt>
        <dd>{portal.times(of.trips)}</dd>
      </div>
    </dl>
  );
}
