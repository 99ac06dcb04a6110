import { Segmented } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Transfer, listTransfers as contract } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { listTransfers } from '../../api/operations.js';
import { instant } from '../../parts/dates.js';
import { Listing } from '../../parts/listing.js';
import type { Column } from '../../parts/listing.js';
import { useNow } from '../../parts/now.js';
import { Page } from '../../parts/page.js';
import { useMe } from '../../shell/me.js';
import { shell } from '../../texts/shell.js';
import { transferMethods, transferStates, transfers } from '../../texts/transfers.js';
import { optionsOf } from '../../texts/words.js';
import { TransferActs, TransferState } from './transfer-acts.js';
import './transfers.css';

const columns = (now: string): Column<Transfer>[] => [
  {
    key: 'project',
    title: transfers.project,
    primary: true,
    render: ({ caseId, projectName, caseNumber }) => (
      <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'transfers' }} className="row-link">
        {projectName} <small className="soft">{caseNumber}</small>
      </Link>
    ),
  },
  {
    key: 'state',
    title: transfers.state,
    render: ({ state, receiptDueAt }) => (
      <>
        <TransferState state={state} />
        {state === 'proposed' && (
          <p className={now > receiptDueAt ? 'small late' : 'small soft'}>
            {now > receiptDueAt ? transfers.overdue(instant(receiptDueAt)) : transfers.due(instant(receiptDueAt))}
          </p>
        )}
      </>
    ),
  },
  {
    key: 'way',
    title: transfers.way,
    render: ({ fromInstitutionName, toInstitutionName }) => transfers.fromTo(fromInstitutionName, toInstitutionName),
  },
  {
    key: 'what',
    title: transfers.what,
    render: ({ itemCodes, materials, method, trackingNumber }) => (
      <>
        {transfers.counts(itemCodes.length, materials.length)}
        <p className="small soft">
          {transferMethods[method]} {trackingNumber}
        </p>
      </>
    ),
  },
  {
    key: 'when',
    title: transfers.when,
    render: ({ proposedAt, proposedBy }) => (
      <>
        {instant(proposedAt)}
        <p className="small soft">{proposedBy}</p>
      </>
    ),
  },
  { key: 'acts', title: transfers.acts, render: (transfer) => <TransferActs of={transfer} /> },
];

/** Of the page itself, not of the list. */
const NOT_ASKED = { view: undefined };
type View = 'in' | 'out' | 'all';

/** 转交: what waits to be received here, what was sent and is not received, and all that went. */
export function TransferQueue(): ReactNode {
  useLive([]);
  const { institutionId } = useMe();
  const { view } = useSearch({ from: '/transfers' });
  const navigate = useNavigate();
  const now = useNow();
  const own = institutionId ?? undefined;
  const asked = {
    in: { toInstitutionId: own, state: 'proposed' as const },
    out: { fromInstitutionId: own, state: 'proposed' as const },
    all: {},
  };
  const chosen: View = view === 'out' || view === 'all' ? view : 'in';
  const always: RawInput<typeof contract> = { pageSize: 50, ...asked[chosen], ...NOT_ASKED };
  return (
    <Page title={shell.transfers}>
      <div className="bar">
        <Segmented<View>
          aria-label={transfers.way}
          value={chosen}
          options={[
            { value: 'in', label: <Counted label={transfers.viewIn} of={asked.in} /> },
            { value: 'out', label: <Counted label={transfers.viewOut} of={asked.out} /> },
            { value: 'all', label: transfers.viewAll },
          ]}
          onChange={(next) => void navigate({ to: '.', search: next === 'in' ? {} : { view: next } })}
        />
      </div>
      <Listing
        screen="transfers"
        query={listTransfers}
        always={always}
        columns={columns(now)}
        filters={chosen === 'all' ? [{ key: 'state', label: transfers.state, options: optionsOf(transferStates) }] : []}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}

function Counted({ label, of }: { label: string; of: RawInput<typeof contract> }): ReactNode {
  const { data } = useAsk(listTransfers, { ...of, pageSize: 1 });
  return (
    <>
      {label} {data && data.total > 0 && <span className="count">{data.total}</span>}
    </>
  );
}
