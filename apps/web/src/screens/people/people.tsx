import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listAgents as contract } from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { listAgents, listInstitutions } from '../../api/operations.js';
import { Listing } from '../../parts/listing.js';
import type { Column, Filter } from '../../parts/listing.js';
import { Mark } from '../../parts/marks.js';
import { useToday } from '../../parts/now.js';
import { Page } from '../../parts/page.js';
import { agentClasses, helperStages, people, policyDomains, trades } from '../../texts/people.js';
import { shell } from '../../texts/shell.js';
import { optionsOf } from '../../texts/words.js';
import { AppointAgent } from './appoint-agent.js';
import { Away, Load } from './agent-marks.js';
import './people.css';

export type Agent = Output<typeof contract>['items'][number];

const columns = (today: string): Column<Agent>[] => [
  {
    key: 'name',
    title: people.name,
    primary: true,
    render: ({ id, name, to }) => (
      <Link to="/people/$agentId" params={{ agentId: id }} className="row-link">
        {name} {to && <span className="soft small">{people.left(to)}</span>}
      </Link>
    ),
  },
  {
    key: 'classes',
    title: people.classes,
    render: ({ classes }) => (
      <span className="marks">
        {classes.map((each) => (
          <Mark key={each} tone="ink">
            {agentClasses[each]}
          </Mark>
        ))}
      </span>
    ),
  },
  { key: 'institution', title: people.institution, render: ({ institutionName }) => institutionName },
  { key: 'qualified', title: people.qualified, render: (agent) => <span className="small">{abilities(agent)}</span> },
  { key: 'load', title: people.load, render: (agent) => <Load of={agent} /> },
  { key: 'leave', title: people.leave, render: (agent) => <Away of={agent} today={today} /> },
  { key: 'phone', title: people.workPhone, render: ({ workPhone }) => <a href={`tel:${workPhone}`}>{workPhone}</a> },
];

/** All words of what somebody is qualified for, shortened when it is everything. */
const abilities = ({ specialties, helperStages: stages, policyDomains: domains }: Agent): string =>
  [
    stages.length === 4 ? people.allStages : stages.map((each) => helperStages[each]).join('、'),
    specialties.length >= 9 ? people.allTrades : specialties.join('、'),
    domains.join('、'),
  ]
    .filter(Boolean)
    .join(' · ');

/** 人员: five classes, what each can do, how much each has, who is away. */
export function People(): ReactNode {
  const today = useToday();
  return (
    <Page title={shell.people} actions={<AppointAgent />}>
      <Listing
        screen="people"
        query={listAgents}
        columns={columns(today)}
        filters={useFilters()}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}

function useFilters(): Filter[] {
  const { data } = useAsk(listInstitutions, {});
  return [
    { key: 'q', label: people.find },
    { key: 'class', label: people.classes, options: optionsOf(agentClasses) },
    {
      key: 'institutionId',
      label: people.institution,
      options: (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'specialty', label: people.specialties, options: optionsOf(trades) },
    { key: 'stage', label: people.stages, options: optionsOf(helperStages) },
    { key: 'policyDomain', label: people.domains, options: optionsOf(policyDomains) },
    { key: 'active', label: people.inOffice, options: [{ value: 'false', label: people.alsoLeft }] },
  ];
}
