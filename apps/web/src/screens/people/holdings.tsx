import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getHoldings as contract } from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { getHoldings, listBulkHandOvers, undoBulkHandOver } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { ConfirmAct } from '../../parts/confirm-act.js';
import { instant } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { assignedRoles } from '../../texts/case-info.js';
import { causes, handing } from '../../texts/handing.js';
import { useItemNames } from '../catalogue/item-names.js';
import { HandOverAll } from './hand-over-all.js';
import { HandedRows } from './handed-rows.js';
import type { Agent } from './people.js';

export type Held = Output<typeof contract>;

/** Everything somebody holds: cases, offices, what waits for him; and the hand-overs of all of it. */
export function Holdings({ of }: { of: Agent }): ReactNode {
  const found = useAsk(getHoldings, { agentId: of.id });
  const held = found.data;
  const any = held && held.assignments.length + held.chiefContacts.length + held.chiefLiaisons.length > 0;
  return (
    <>
      <Section title={handing.holdings} actions={any && <HandOverAll of={of} held={held} />}>
        <Answer of={found}>{(answer) => <HeldRows of={answer} />}</Answer>
      </Section>
      <PastHandOvers agentId={of.id} />
    </>
  );
}

function HeldRows({ of }: { of: Held }): ReactNode {
  const nameOf = useItemNames();
  const { assignments, chiefContacts, chiefLiaisons, transfers, handOvers } = of;
  const rows = [
    ...assignments.map(({ id, caseId, projectName, caseNumber, role, leadsTeam, from }) => (
      <li key={id}>
        <span className="grow">
          <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'team' }}>
            {projectName}
          </Link>{' '}
          <span className="soft small">{caseNumber}</span>
        </span>
        <Mark tone="jade">{assignedRoles[role]}</Mark>
        {leadsTeam && role === 'principal' && <Mark tone="indigo">{handing.leads}</Mark>}
        <span className="soft small">{from}</span>
      </li>
    )),
    ...chiefLiaisons.map(({ id, regionName, from }) => (
      <li key={id}>
        <span className="grow">{handing.liaison(regionName)}</span>
        <span className="soft small">{from}</span>
      </li>
    )),
    ...chiefContacts.map(({ id, itemCode, category, from }) => (
      <li key={id}>
        <span className="grow">{handing.contact(category ?? nameOf(itemCode ?? ''))}</span>
        <span className="soft small">{from}</span>
      </li>
    )),
    ...transfers.map(({ id, caseId, projectName }) => (
      <Waiting key={id} caseId={caseId} tab="transfers" text={handing.transferWaits(projectName)} />
    )),
    ...handOvers.map(({ id, caseId, projectName }) => (
      <Waiting key={id} caseId={caseId} tab="team" text={handing.handOverWaits(projectName)} />
    )),
  ];
  if (rows.length === 0) return <p className="soft">{handing.holdsNothing}</p>;
  return <ul className="rows">{rows}</ul>;
}

const Waiting = ({ caseId, tab, text }: { caseId: string; tab: string; text: string }): ReactNode => (
  <li>
    <span className="grow">
      <Link to="/cases/$caseId" params={{ caseId }} search={{ tab }}>
        {text}
      </Link>
    </span>
    <Mark tone="gold">{handing.waiting}</Mark>
  </li>
);

function PastHandOvers({ agentId }: { agentId: string }): ReactNode {
  const { data } = useAsk(listBulkHandOvers, { agentId });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={handing.past}>
      <ul className="rows">
        {data.items.map(({ id, handedOn, handedBy, cause, text, rows, undoneAt, actions }) => (
          <li key={id}>
            <div className="grow">
              {handing.pastLine(handedOn, handedBy, causes[cause])} · {text}
              {undoneAt && <Mark tone="ink">{handing.wasUndone(instant(undoneAt))}</Mark>}
              <HandedRows rows={rows} />
            </div>
            {actions.includes('agents.undo-bulk-hand-over') && (
              <ConfirmAct
                command={undoBulkHandOver}
                input={{ agentId, bulkId: id }}
                label={handing.undo}
                what={handing.undoWhat}
                said={() => handing.undone}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
