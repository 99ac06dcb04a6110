import { Segmented } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../api/live.js';
import { listApprovals } from '../../api/operations.js';
import { Listing } from '../../parts/listing.js';
import type { Column } from '../../parts/listing.js';
import { day } from '../../parts/dates.js';
import { Page } from '../../parts/page.js';
import { RowKeys } from '../../parts/row-keys.js';
import { clockLights, filings } from '../../texts/filings.js';
import { optionsOf } from '../../texts/words.js';
import { clockWords } from './clock-words.js';
import type { FilingRow } from './filing.js';
import { ClockLight, FilingState } from './filing-marks.js';
import './filings.css';
import { QUEUES, queueNameOf, queueOf } from './queue.js';
import type { QueueName } from './queue.js';

type Search = Record<string, string | number | boolean | string[] | undefined>;

const NAMES: Record<QueueName, () => string> = {
  open: () => filings.queueOpen,
  arrived: () => filings.queueArrived,
  review: () => filings.queueReview,
  unit: () => filings.queueUnit,
  verify: () => filings.queueVerify,
  done: () => filings.queueDone,
  all: () => filings.queueAll,
};

const columns = (search: Search): Column<FilingRow>[] => [
  {
    key: 'item',
    title: filings.item,
    primary: true,
    render: ({ id, itemName, works, number }) => (
      <Link to="/approvals/$id" params={{ id }} search={search} className="row-link">
        {itemName}
        {works && ` · ${works}`}
        <small className="soft"> {number}</small>
      </Link>
    ),
  },
  {
    key: 'project',
    title: filings.project,
    render: ({ projectName, applicantName }) => (
      <>
        {projectName}
        <div className="soft small">{applicantName}</div>
      </>
    ),
  },
  { key: 'department', title: filings.department, render: ({ departmentName }) => departmentName },
  { key: 'state', title: filings.state, render: (row) => <FilingState of={row} /> },
  { key: 'due', title: filings.due, render: (row) => <Due of={row} /> },
];

/** The last day of the clock that ends first, in words; what stands still says why. */
function Due({ of: { dueOn, light, paused, promised, statutory } }: { of: FilingRow }): ReactNode {
  if (paused) return <ClockLight light="stopped">{paused.text}</ClockLight>;
  if (dueOn === null) return <span className="soft">{filings.noLimit}</span>;
  const first = promised.dueOn === dueOn ? promised : statutory;
  return (
    <>
      <ClockLight light={light}>{clockWords(first)}</ClockLight> <span className="soft small">{day(dueOn)}</span>
    </>
  );
}

/** 办件: what waits for the department or the agent, the most urgent first; j, k and Enter lead through it. */
export function FilingQueue(): ReactNode {
  useLive([]);
  const search = useSearch({ from: '/approvals' });
  const navigate = useNavigate();
  const options = (Object.keys(QUEUES) as QueueName[]).map((value) => ({ value, label: NAMES[value]() }));
  return (
    <Page title={filings.title} aside={<span className="soft small keys">{filings.keys}</span>}>
      <div className="scroller queue-bar">
        <Segmented
          aria-label={filings.queues}
          options={options}
          value={queueNameOf(search)}
          onChange={(queue) => void navigate({ to: '.', search: { ...search, queue, page: undefined }, replace: true })}
        />
      </div>
      <RowKeys>
        <Listing
          screen="approvals"
          query={listApprovals}
          always={{ ...queueOf(search), queue: undefined } as ReturnType<typeof queueOf>}
          columns={columns(search)}
          filters={[
            { key: 'q', label: filings.find },
            { key: 'light', label: filings.light, options: optionsOf(clockLights) },
          ]}
          rowKey={({ id }) => id}
        />
      </RowKeys>
    </Page>
  );
}
