import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getWorkbench } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { listPendingHandOvers, listTransfers } from '../../api/operations.js';
import { useMay, useMe } from '../../shell/me.js';
import { home } from '../../texts/home.js';

type Counts = Output<typeof getWorkbench>['counters'];
type Search = Record<string, string | boolean | string[]>;

interface Counter {
  key: string;
  label: string;
  count: number;
  to: string;
  search: Search;
}

const UNDER_WAY = { state: ['applied', 'active', 'closing'] };
/** Each number and the filters of the list that shows what it counts. */
const LISTS: Record<keyof Counts, Search> = {
  red: { ...UNDER_WAY, light: 'red' },
  orange: { ...UNDER_WAY, light: 'orange' },
  yellow: { ...UNDER_WAY, light: 'yellow' },
  unassigned: { ...UNDER_WAY, unassigned: true },
  applied: { state: ['applied'] },
  openConsultations: { ...UNDER_WAY, waiting: 'answer' },
  corrections: { ...UNDER_WAY, waiting: 'correction' },
  callBacksDue: { ...UNDER_WAY, waiting: 'call_back' },
  mine: { ...UNDER_WAY, mine: true },
  closing: { state: ['closing'] },
  drafts: { state: ['draft'] },
};
const LABELS: Record<keyof Counts, () => string> = {
  red: () => home.red,
  orange: () => home.orange,
  yellow: () => home.yellow,
  unassigned: () => home.unassignedCount,
  applied: () => home.applied,
  openConsultations: () => home.openConsultations,
  corrections: () => home.corrections,
  callBacksDue: () => home.callBacksDue,
  mine: () => home.mineCount,
  closing: () => home.closing,
  drafts: () => home.drafts,
};
const SHAPES: Record<string, ReactNode> = { red: <WarningFilled />, orange: <ExclamationCircleFilled /> };

/** What there is to do, in numbers; each leads to exactly what it counts. */
export function Counters({ counts }: { counts: Counts }): ReactNode {
  const keys = Object.keys(LISTS) as (keyof Counts)[];
  const queues = useQueues();
  const counters: Counter[] = [
    ...keys.map((key) => ({ key, label: LABELS[key](), count: counts[key], to: '/cases', search: LISTS[key] })),
    ...queues,
  ];
  return (
    <nav className="counters" aria-label={home.counters}>
      {counters.map(({ key, label, count, to, search }) => (
        <Link key={key} to={to} search={search} data-kind={key} data-none={count === 0}>
          <strong>
            {count > 0 && SHAPES[key]}
            {count}
          </strong>
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
}

/** What waits in the queues of other services. */
function useQueues(): Counter[] {
  const { institutionId, agentId } = useMe();
  const may = useMay();
  const ofInstitution = may('transfer:settle') && institutionId !== null;
  const transfers = useAsk(
    listTransfers,
    ofInstitution ? { state: 'proposed', toInstitutionId: institutionId, pageSize: 1 } : null,
  );
  const handOvers = useAsk(
    listPendingHandOvers,
    may('hand-over:settle') && agentId !== null ? { direction: 'in', pageSize: 1 } : null,
  );
  const queue = (key: string, label: string, to: string, total: number | undefined): Counter[] =>
    total === undefined ? [] : [{ key, label, count: total, to, search: {} }];
  return [
    ...queue('transfers', home.transfersIn, '/transfers', transfers.data?.total),
    ...queue('handOvers', home.handOversIn, '/hand-overs', handOvers.data?.total),
  ];
}
