import { Segmented } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../api/live.js';
import { useAsk } from '../../api/hooks.js';
import { listApprovals, listItems } from '../../api/operations.js';
import { useToday } from '../../parts/now.js';
import { useMe } from '../../shell/me.js';
import { Listing } from '../../parts/listing.js';
import type { Column, Filter } from '../../parts/listing.js';
import { day, daysAfter } from '../../parts/dates.js';
import { Page } from '../../parts/page.js';
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
  { key: 'due', title: filings.due, sort: { up: 'dueOn', down: '-dueOn' }, render: (row) => <Due of={row} /> },
];

/** The last day of the clock that ends first, in words; what stands still says why. */
function Due({ of: { acceptedOn, dueOn, light, paused, promised, statutory } }: { of: FilingRow }): ReactNode {
  if (paused) return <ClockLight light="stopped">{paused.text}</ClockLight>;
  if (dueOn === null) {
    const ended = [promised, statutory].find(({ state }) => state === 'ended');
    const words = acceptedOn === null ? filings.notStarted : filings.noLimit;
    return ended ? (
      <ClockLight light={ended.light}>{clockWords(ended)}</ClockLight>
    ) : (
      <span className="soft">{words}</span>
    );
  }
  const first = promised.dueOn === dueOn ? promised : statutory;
  return (
    <>
      <ClockLight light={light}>{clockWords(first)}</ClockLight> <span className="soft small">{day(dueOn)}</span>
    </>
  );
}

/** What narrows the queue besides its cut; a department sees its own only and is not asked for one. */
function useFilters(): Filter[] {
  const today = useToday();
  const { kind } = useMe();
  const all = useAsk(listApprovals, kind === 'department' ? null : { pageSize: 200 }).data?.items ?? [];
  const items = useAsk(listItems, {}).data?.items ?? [];
  const departments = new Map(
    all.flatMap(({ handlingBody, departmentName }) => (handlingBody ? [[handlingBody, departmentName] as const] : [])),
  );
  const due = [
    { value: daysAfter(today, 1), label: filings.dueByToday },
    { value: daysAfter(today, 8), label: filings.dueByWeek },
    { value: daysAfter(today, 31), label: filings.dueByMonth },
  ];
  return [
    { key: 'q', label: filings.find },
    { key: 'light', label: filings.light, options: optionsOf(clockLights) },
    { key: 'dueBefore', label: filings.dueBefore, options: due },
    { key: 'itemCode', label: filings.item, options: items.map(({ code, name }) => ({ value: code, label: name })) },
    ...(departments.size > 0
      ? [
          {
            key: 'departmentCode',
            label: filings.department,
            options: [...departments].map(([value, label]) => ({ value, label })),
          },
        ]
      : []),
  ];
}

/** 办件: what waits for the department or the agent, the most urgent first; j, k and Enter lead through it. */
export function FilingQueue(): ReactNode {
  useLive([]);
  const search = useSearch({ from: '/approvals' });
  const filters = useFilters();
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
      <Listing
        screen="approvals"
        query={listApprovals}
        always={{ ...queueOf(search), queue: undefined } as ReturnType<typeof queueOf>}
        columns={columns(search)}
        filters={filters}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
