import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listApprovals as contract } from '#libs/contracts/approvals.js';
import { useAsk } from '../../api/hooks.js';
import { listApprovals } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { cases } from '../../texts/cases.js';
import type { CaseTab } from './case-page.js';
import { nearer, remainingWords } from './clock-words.js';

type Filing = Output<typeof contract>['items'][number];

const AT_MOST = 5;

/** The deadlines that run or stand still at departments, the nearest first, in words. */
export function CaseClocks({ of }: CaseTab): ReactNode {
  const filings = useAsk(listApprovals, {
    caseId: of.id,
    state: ['submitted', 'correcting', 'corrected', 'accepted', 'in_review', 'special_procedure'],
    sort: 'dueOn',
    pageSize: AT_MOST,
  });
  return (
    <section>
      <h2>{cases.clocks}</h2>
      <Answer of={filings}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{cases.noClocks}</p>
          ) : (
            <ul className="plain clocks">
              {items.map((filing) => (
                <ClockLine key={filing.id} of={filing} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function ClockLine({ of }: { of: Filing }): ReactNode {
  const clock = nearer(of.statutory, of.promised);
  const words = of.paused ? `${of.paused.text} · ${cases.since(day(of.paused.since))}` : remainingWords(clock);
  return (
    <li className={clock.light === 'red' && !of.paused ? 'late' : ''}>
      <Link to="/approvals/$id" params={{ id: of.id }}>
        {of.itemName}
      </Link>
      <small>
        {words}
        {clock.dueOn && !of.paused && <span className="soft"> · {cases.dueOn(day(clock.dueOn))}</span>}
      </small>
    </li>
  );
}
