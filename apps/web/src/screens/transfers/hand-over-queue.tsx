import { Segmented } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HandOver } from '#libs/contracts/agents.js';
import { useLive } from '../../api/live.js';
import { listPendingHandOvers } from '../../api/operations.js';
import { instant } from '../../parts/dates.js';
import { Listing } from '../../parts/listing.js';
import type { Column } from '../../parts/listing.js';
import { Page } from '../../parts/page.js';
import { handOverStates, handing } from '../../texts/handing.js';
import { shell } from '../../texts/shell.js';
import { optionsOf } from '../../texts/words.js';
import { HandOverActs, HandOverState } from './hand-over-acts.js';
import '../people/people.css';

const columns = (): Column<HandOver>[] => [
  {
    key: 'project',
    title: handing.project,
    primary: true,
    render: ({ caseId, projectName, caseNumber }) => (
      <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'team' }} className="row-link">
        {projectName} <small className="soft">{caseNumber}</small>
      </Link>
    ),
  },
  { key: 'state', title: handing.state, render: ({ state }) => <HandOverState state={state} /> },
  {
    key: 'who',
    title: handing.who,
    render: ({ fromAgentName, toAgentName }) => handing.fromTo(fromAgentName, toAgentName),
  },
  {
    key: 'why',
    title: handing.why,
    width: 380,
    render: ({ reason, openMatters, returnReason }) => (
      <div className="small wrap">
        {reason}
        <p className="pre soft">{openMatters}</p>
        {returnReason && <p className="pre">{handing.returnedBecause(returnReason)}</p>}
      </div>
    ),
  },
  { key: 'when', title: handing.when, render: ({ proposedAt }) => instant(proposedAt) },
  { key: 'acts', title: handing.acts, render: (handOver) => <HandOverActs of={handOver} /> },
];

/** 交接: what waits for me, what I proposed. */
export function HandOverQueue(): ReactNode {
  useLive([]);
  const { direction = 'in' } = useSearch({ from: '/hand-overs' });
  const navigate = useNavigate();
  const chosen = direction === 'out' || direction === 'all' ? direction : 'in';
  return (
    <Page title={shell.handOvers}>
      <div className="bar">
        <Segmented
          aria-label={handing.who}
          value={chosen}
          options={[
            { value: 'in', label: handing.toMe },
            { value: 'out', label: handing.fromMe },
            { value: 'all', label: handing.mine },
          ]}
          onChange={(next) => void navigate({ to: '.', search: { direction: next } })}
        />
      </div>
      <Listing
        screen="hand-overs"
        query={listPendingHandOvers}
        always={{ direction: chosen === 'all' ? undefined : chosen }}
        columns={columns()}
        filters={[{ key: 'state', label: handing.state, options: optionsOf(handOverStates), many: true }]}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
