import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listCases as contract } from '#libs/contracts/projects.js';
import { day, dayOf } from '../../parts/dates.js';
import type { Column } from '../../parts/listing.js';
import { CaseState, Light, Mark } from '../../parts/marks.js';
import { caseList } from '../../texts/case-list.js';
import { cases } from '../../texts/cases.js';
import { stagesShort } from '../../texts/home.js';
import { grades } from '../../texts/words.js';

export type CaseRow = Output<typeof contract>['items'][number];

const stageWord = (stage: string | null): string => (stagesShort as Record<string, string>)[stage ?? ''] ?? stage ?? '';

/** What the list can show of a case. */
export const columns = (today: string): Column<CaseRow>[] => [
  {
    key: 'project',
    title: cases.project,
    primary: true,
    width: 220,
    render: ({ id, projectName, unitName }) => (
      <>
        <Link to="/cases/$caseId" params={{ caseId: id }}>
          {projectName}
        </Link>
        <div className="soft small">{unitName}</div>
      </>
    ),
  },
  {
    key: 'number',
    title: cases.number,
    width: 120,
    sort: { up: 'number' },
    render: ({ number }) => <span className="nowrap">{number}</span>,
  },
  { key: 'state', title: cases.state, width: 84, render: ({ state }) => <CaseState state={state} /> },
  {
    key: 'light',
    title: cases.light,
    width: 92,
    sort: { down: 'light' },
    render: ({ light }) => <Light light={light} />,
  },
  {
    key: 'due',
    title: caseList.dueOn,
    width: 108,
    sort: { up: 'due' },
    render: ({ dueOn }) => dueOn && <span className="nowrap">{day(dueOn, today)}</span>,
  },
  { key: 'stage', title: cases.stage, width: 84, render: ({ stage }) => stageWord(stage) },
  { key: 'progress', title: cases.progress, width: 110, render: (row) => <Progress of={row} /> },
  {
    key: 'principal',
    title: cases.principal,
    width: 80,
    render: (row) => <Principal of={row} />,
  },
  {
    key: 'next',
    title: cases.nextAction,
    width: 180,
    render: ({ nextAction }) => <span className="case-next">{nextAction}</span>,
  },
  ...spare(),
];

/** Shown on demand. */
const spare = (): Column<CaseRow>[] => [
  {
    key: 'handledBy',
    title: cases.handledBy,
    spare: true,
    render: ({ currentInstitution }) => currentInstitution.name,
  },
  {
    key: 'first',
    title: caseList.firstInstitution,
    spare: true,
    render: ({ firstInstitution }) => firstInstitution.name,
  },
  { key: 'guide', title: caseList.guide, spare: true, render: ({ guide }) => guide?.name },
  { key: 'grade', title: caseList.grade, spare: true, render: ({ grade }) => grades[grade] },
  { key: 'visits', title: caseList.visits, spare: true, render: ({ visits, trips }) => `${visits}/${trips}` },
  {
    key: 'applied',
    title: caseList.appliedOn,
    spare: true,
    sort: { up: 'oldest', down: 'newest' },
    render: ({ appliedAt }) => appliedAt && dayOf(appliedAt),
  },
];

function Progress({ of: { itemsDone, itemsTotal } }: { of: CaseRow }): ReactNode {
  if (itemsTotal === 0) return null;
  return (
    <span className="nowrap">
      <span className="case-bar" aria-hidden="true">
        <span style={{ width: `${(itemsDone / itemsTotal) * 100}%` }} />
      </span>
      {itemsDone}/{itemsTotal}
    </span>
  );
}

/** Nobody is missed where nobody is needed any more. */
function Principal({ of: { principal, state } }: { of: CaseRow }): ReactNode {
  if (principal) return principal.name;
  return state === 'closed' || state === 'terminated' ? null : <Mark tone="gold">{cases.unassigned}</Mark>;
}
