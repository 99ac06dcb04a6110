import { App, Button } from 'antd';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { getApproval, listApprovals } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Page } from '../../parts/page.js';
import { acts } from '../../texts/filing-acts.js';
import { filings } from '../../texts/filings.js';
import { Clocks } from './clocks.js';
import type { Filing } from './filing.js';
import { FilingActs } from './filing-acts.js';
import { Facts } from './filing-facts.js';
import { FilingState } from './filing-marks.js';
import './filings.css';
import { History } from './history.js';
import { MaterialsTable } from './materials-table.js';
import { Prerequisites } from './prerequisites.js';
import { neighbours, queueOf } from './queue.js';

/** One 办件: its two clocks, what it rests on, what was done, and what may be done now. */
export function FilingPage(): ReactNode {
  const { id } = useParams({ from: '/approvals/$id' });
  const found = useAsk(getApproval, { id });
  return <Answer of={found}>{(filing) => <Detail key={filing.id} of={filing} />}</Answer>;
}

function Detail({ of }: { of: Filing }): ReactNode {
  useLive([of.caseId]);
  const search = useSearch({ from: '/approvals/$id' });
  const queue = useAsk(listApprovals, queueOf(search));
  const { before, after } = neighbours(
    (queue.data?.items ?? []).map(({ id }) => id),
    of.id,
  );
  const navigate = useNavigate();
  const { message } = App.useApp();
  const onNext = () => {
    if (after) return void navigate({ to: '/approvals/$id', params: { id: after }, search });
    void message.info(acts.lastOne);
    void navigate({ to: '/approvals', search });
  };
  const works = of.works ? ` · ${of.works}` : '';
  return (
    <Page
      title={`${of.itemName}${works}`}
      aside={
        <>
          <FilingState of={of} /> <span className="soft">{of.number}</span>
        </>
      }
      actions={
        <nav aria-label={filings.queues} className="act-row">
          <Link to="/approvals" search={search}>
            {filings.backToQueue}
          </Link>
          <Neighbour id={before} label={filings.previous} />
          <Neighbour id={after} label={filings.next} />
        </nav>
      }
    >
      <div className="filing">
        <div className="filing-acts">
          <FilingActs key={of.state} of={of} onNext={onNext} />
        </div>
        <div className="filing-record">
          <Facts of={of} />
          <Clocks of={of} />
          <Prerequisites of={of} />
          <MaterialsTable of={of} />
          <History of={of} />
        </div>
      </div>
    </Page>
  );
}

function Neighbour({ id, label }: { id: string | undefined; label: string }): ReactNode {
  const search = useSearch({ from: '/approvals/$id' });
  if (!id) return <Button disabled>{label}</Button>;
  return (
    <Link to="/approvals/$id" params={{ id }} search={search}>
      {label}
    </Link>
  );
}
