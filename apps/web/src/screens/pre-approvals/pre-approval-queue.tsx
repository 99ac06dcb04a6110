import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listPreApprovalQueue as contract } from '#libs/contracts/approvals.js';
import { useLive } from '../../api/live.js';
import { listPreApprovalQueue } from '../../api/operations.js';
import { useToday } from '../../parts/now.js';
import { day, daysBetween } from '../../parts/dates.js';
import { Listing } from '../../parts/listing.js';
import type { Column } from '../../parts/listing.js';
import { Page } from '../../parts/page.js';
import { filings } from '../../texts/filings.js';
import { preApprovalStates, preApprovals } from '../../texts/pre-approvals.js';
import { optionsOf } from '../../texts/words.js';
import '../filings/filings.css';
import { PreApprovalState } from './pre-approval-marks.js';

type Row = Output<typeof contract>['items'][number];

const columns = (today: string): Column<Row>[] => [
  {
    key: 'item',
    title: preApprovals.item,
    primary: true,
    render: ({ id, itemName, works, number }) => (
      <Link to="/pre-approvals/$id" params={{ id }} className="row-link">
        {itemName}
        {works && ` · ${works}`}
        <small className="soft"> {number}</small>
      </Link>
    ),
  },
  {
    key: 'project',
    title: preApprovals.project,
    render: ({ projectName, applicantName }) => (
      <>
        {projectName}
        <div className="soft small">{applicantName}</div>
      </>
    ),
  },
  { key: 'department', title: preApprovals.department, render: ({ departmentName }) => departmentName },
  { key: 'state', title: preApprovals.state, render: ({ state }) => <PreApprovalState state={state} /> },
  {
    key: 'conditions',
    title: preApprovals.conditions,
    render: ({ missing }) =>
      preApprovals.conditionsMet(missing.filter(({ metOn }) => metOn !== null).length, missing.length),
  },
  { key: 'validity', title: preApprovals.validity, render: (row) => <Validity of={row} today={today} /> },
];

function Validity({ of: { state, validTo, conversionDueOn }, today }: { of: Row; today: string }): ReactNode {
  if (state !== 'issued' && state !== 'on_hold') return null;
  if (conversionDueOn) return <strong>{preApprovals.conversionDue(day(conversionDueOn, today))}</strong>;
  return validTo && `${preApprovals.validTo(day(validTo, today))} · ${validityWords(today, validTo)}`;
}

/** “还有 30 天”. */
export function validityWords(today: string, validTo: string): string {
  const left = daysBetween(today, validTo);
  return left < 0 ? preApprovals.daysOver(-left) : preApprovals.daysLeft(left);
}

/** 预审批 of all cases the reader may see; a department sees its own. */
export function PreApprovalQueue(): ReactNode {
  useLive([]);
  const today = useToday();
  const search = useSearch({ from: '/pre-approvals' });
  const unfinished = ['applied', 'returned', 'issued', 'on_hold'] as const;
  return (
    <Page title={preApprovals.title} aside={<span className="soft small keys">{filings.keys}</span>}>
      <p className="soft">{preApprovals.noLegalEffect}</p>
      <Listing
        screen="pre-approvals"
        query={listPreApprovalQueue}
        always={search.state ? {} : { state: [...unfinished] }}
        columns={columns(today)}
        filters={[
          { key: 'q', label: preApprovals.find },
          { key: 'state', label: preApprovals.state, options: optionsOf(preApprovalStates), many: true },
        ]}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
