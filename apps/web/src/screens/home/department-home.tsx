import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RawInput } from '#libs/contracts/define.js';
import type { listApprovals as contract } from '#libs/contracts/approvals.js';
import { listApprovals, listOpenReviews, listPreApprovalQueue, listPreReviewQueue } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { Page } from '../../parts/page.js';
import { useToday } from '../../parts/now.js';
import { home } from '../../texts/home.js';
import { shell } from '../../texts/shell.js';
import { DueMark } from './due-mark.js';
import { Queue } from './queue.js';

/** The desk of a department: opinions asked, filings to accept and decide, pre-approvals; what is due first on top. */
export function DepartmentHome(): ReactNode {
  const today = useToday();
  return (
    <Page title={shell.home} aside={<span className="soft">{day(today, today)}</span>}>
      <div className="home-columns">
        <div>
          <Filings title={home.toAccept} input={{ state: ['submitted', 'corrected'] }} none={home.noToAccept} />
          <Filings title={home.toDecide} input={{ state: ['accepted', 'in_review'] }} none={home.noToDecide} />
          <Filings title={home.toVerify} input={{ toBeVerified: 'true' }} none={home.noToVerify} />
        </div>
        <div>
          <Opinions />
          <PreApprovals />
          <PreReviews />
        </div>
      </div>
    </Page>
  );
}

interface FilingsProps {
  title: string;
  input: RawInput<typeof contract>;
  none: string;
}

function Filings({ title, input, none }: FilingsProps): ReactNode {
  return (
    <Queue
      title={title}
      query={listApprovals}
      input={{ ...input, sort: 'dueOn' }}
      to="/approvals"
      none={none}
      rowKey={({ id }) => id}
      row={({ id, itemName, works, projectName, number, dueOn, lightText }) => (
        <>
          <div>
            <Link to="/approvals/$id" params={{ id }}>
              {[itemName, works].filter(Boolean).join(' · ')}
            </Link>
            <div className="soft small">
              {projectName} · {number}
            </div>
          </div>
          {dueOn ? <DueMark on={dueOn} /> : <span className="soft small">{lightText || home.noLimit}</span>}
        </>
      )}
    />
  );
}

function Opinions(): ReactNode {
  return (
    <Queue
      title={home.opinions}
      query={listOpenReviews}
      input={{ awaiting: 'me' }}
      to="/joint-reviews"
      none={home.noOpinions}
      rowKey={({ id }) => id}
      row={({ caseId, projectName, dueOn, asked }) => (
        <>
          <div>
            <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'reviews' }}>
              {projectName}
            </Link>
            <div className="soft small">
              {home.askedItems(asked.length, asked.map(({ itemName }) => itemName).join('、'))}
            </div>
          </div>
          <DueMark on={dueOn} />
        </>
      )}
    />
  );
}

function PreApprovals(): ReactNode {
  const today = useToday();
  return (
    <Queue
      title={home.preApprovals}
      query={listPreApprovalQueue}
      input={{ state: ['applied'] }}
      to="/pre-approvals"
      search={{ state: ['applied'] }}
      none={home.noPreApprovals}
      rowKey={({ id }) => id}
      row={({ id, itemName, projectName, appliedOn }) => (
        <div>
          <Link to="/pre-approvals/$id" params={{ id }}>
            {itemName}
          </Link>
          <div className="soft small">
            {projectName} · {home.submittedOn(day(appliedOn, today))}
          </div>
        </div>
      )}
    />
  );
}

function PreReviews(): ReactNode {
  const today = useToday();
  return (
    <Queue
      title={home.preReviews}
      query={listPreReviewQueue}
      input={{ state: 'open' }}
      to="/pre-reviews"
      none={home.noPreReviews}
      rowKey={({ id }) => id}
      row={({ itemName, projectName, askedOn, askedBy }) => (
        <div>
          <Link to="/pre-reviews">{itemName}</Link>
          <div className="soft small">
            {projectName} · {askedBy} · {home.askedOn(day(askedOn, today))}
          </div>
        </div>
      )}
    />
  );
}
