import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getWorkbench, listCases, listPendingHandOvers, listTransfers } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { dayOf, day } from '../../parts/dates.js';
import { Page } from '../../parts/page.js';
import { useToday } from '../../parts/now.js';
import { useMay, useMe } from '../../shell/me.js';
import { home } from '../../texts/home.js';
import { shell } from '../../texts/shell.js';
import { Counters } from './counters.js';
import { DueMark } from './due-mark.js';
import { MyCases } from './my-cases.js';
import { Overdue } from './overdue.js';
import { Queue } from './queue.js';
import { Reminders } from './reminders.js';
import type { Reminder } from './reminders.js';

/** The desk of those who look after projects: what is due, what waits, what comes next. */
export function AgentHome(): ReactNode {
  const today = useToday();
  const { roles, agentId } = useMe();
  const looksAfter = !roles.includes('manager') && !roles.includes('inspector') && agentId !== null;
  const bench = useAsk(getWorkbench, {});
  const due = bench.data ? dueSentence(bench.data.reminders, today) : '';
  const aside = (
    <span className="soft">
      {day(today, today)} {due && `· ${due}`}
    </span>
  );
  return (
    <Page title={shell.home} aside={aside}>
      <Answer of={bench}>
        {({ counters, reminders, cases }) => (
          <>
            <Counters counts={counters} />
            <div className="home-columns">
              <div>
                <Waiting />
                {roles.includes('inspector') && <Overdue />}
                {(looksAfter || cases.length > 0) && (
                  <section className="home-section">
                    <h2>{home.myCases}</h2>
                    <MyCases of={cases} />
                  </section>
                )}
              </div>
              {(looksAfter || reminders.length > 0) && (
                <section className="home-section home-reminders">
                  <h2>{home.reminders}</h2>
                  <Reminders of={reminders} />
                </section>
              )}
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** “今天到期 1 件,逾期 2 件”. */
function dueSentence(reminders: Reminder[], today: string): string {
  const now = reminders.filter(({ dueOn }) => dueOn === today).length;
  const over = reminders.filter(({ dueOn }) => dueOn < today).length;
  return now + over === 0 ? home.nothingDue : home.due(now, over);
}

/** What waits for this person's own hand: to assign, to receive, to take over. */
function Waiting(): ReactNode {
  const may = useMay();
  return (
    <>
      {may('assignment:make') && <Unassigned />}
      {may('hand-over:settle') && <HandOvers />}
      {may('transfer:settle') && <Transfers />}
    </>
  );
}

const UNDER_WAY: ('applied' | 'active' | 'closing')[] = ['applied', 'active', 'closing'];

function Unassigned(): ReactNode {
  const unassigned = { state: UNDER_WAY, unassigned: 'true' as const };
  return (
    <Queue
      title={home.unassigned}
      query={listCases}
      input={{ ...unassigned, sort: 'oldest' }}
      to="/cases"
      search={{ state: UNDER_WAY, unassigned: true, sort: 'oldest' }}
      none={home.allAssigned}
      rowKey={({ id }) => id}
      row={({ id, projectName, number, unitName }) => (
        <>
          <div>
            <Link to="/cases/$caseId" params={{ caseId: id }}>
              {projectName}
            </Link>
            <div className="soft small">
              {number} · {unitName}
            </div>
          </div>
          <Link
            to="/cases/$caseId"
            params={{ caseId: id }}
            search={{ tab: 'team' }}
            className="home-act"
            aria-label={home.assignTo(projectName)}
          >
            {home.assign}
          </Link>
        </>
      )}
    />
  );
}

function Transfers(): ReactNode {
  const { institutionId } = useMe();
  const today = useToday();
  if (institutionId === null) return null;
  return (
    <Queue
      title={home.transfers}
      query={listTransfers}
      input={{ state: 'proposed', toInstitutionId: institutionId }}
      to="/transfers"
      rowKey={({ id }) => id}
      row={({ caseId, projectName, caseNumber, fromInstitutionName, receiptDueAt }) => (
        <>
          <div>
            <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'transfers' }}>
              {projectName}
            </Link>
            <div className="soft small">
              {caseNumber} · {home.from(fromInstitutionName)} · {home.receiptDue(day(dayOf(receiptDueAt), today))}
            </div>
          </div>
          <DueMark on={dayOf(receiptDueAt)} />
        </>
      )}
    />
  );
}

function HandOvers(): ReactNode {
  return (
    <Queue
      title={home.handOvers}
      query={listPendingHandOvers}
      input={{ direction: 'in' }}
      to="/hand-overs"
      rowKey={({ id }) => id}
      row={({ caseId, projectName, fromAgentName, reason }) => (
        <div>
          <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'team' }}>
            {projectName}
          </Link>
          <div className="soft small">{home.handOverFrom(fromAgentName, reason)}</div>
        </div>
      )}
    />
  );
}
