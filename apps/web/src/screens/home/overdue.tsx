import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getBlockers, listCases } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { useToday } from '../../parts/now.js';
import { home } from '../../texts/home.js';
import { DueMark } from './due-mark.js';
import { Queue } from './queue.js';

const UNDER_WAY: ('applied' | 'active' | 'closing')[] = ['applied', 'active', 'closing'];

/** What is overdue, and what each waits for. */
export function Overdue(): ReactNode {
  return (
    <Queue
      title={home.overdue}
      query={listCases}
      input={{ state: UNDER_WAY, light: 'red', sort: 'due' }}
      to="/cases"
      search={{ state: UNDER_WAY, light: 'red', sort: 'due' }}
      none={home.noOverdue}
      rowKey={({ id }) => id}
      row={({ id, projectName, number, currentInstitution, principal, dueOn }) => (
        <>
          <div>
            <Link to="/cases/$caseId" params={{ caseId: id }} search={{ tab: 'items' }}>
              {projectName}
            </Link>
            <div className="soft small">
              {[number, currentInstitution.name, principal?.name].filter(Boolean).join(' · ')}
            </div>
            <Why caseId={id} />
          </div>
          {dueOn && <DueMark on={dueOn} />}
        </>
      )}
    />
  );
}

const MOST = 3;

function Why({ caseId }: { caseId: string }): ReactNode {
  const today = useToday();
  const blockers = useAsk(getBlockers, { caseId });
  return (
    <Answer of={blockers}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="small">{home.noBlocker}</p>
        ) : (
          <ul className="plain small why">
            {items.slice(0, MOST).map(({ itemCode, sentence, since }) => (
              <li key={itemCode}>
                {sentence} {since && <span className="soft">{home.waitsSince(day(since, today))}</span>}
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}
