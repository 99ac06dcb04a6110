import { Button, Empty, Pagination, Skeleton } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Output, Query, RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../api/hooks.js';
import { listing } from '../texts/listing.js';
import { shownOf, useColumnKeys } from './listing-columns.js';
import { ListingExport } from './listing-export.js';
import { ListingFilters } from './listing-filters.js';
import { filtersOf, questionOf } from './listing-search.js';
import type { Filter, Search } from './listing-search.js';
import { useSelection } from './listing-selection.js';
import { ColumnSettings } from './listing-settings.js';
import { ListingTable } from './listing-table.js';
import type { Column } from './listing-table.js';
import { ListingViews } from './listing-views.js';
import './listing.css';
import { Problem } from './problem.js';

export type { Column } from './listing-table.js';
export type { Filter } from './listing-search.js';

export type Row<C extends Query> = Output<C> extends { items: (infer T)[] } ? T : never;

interface Bulk<T> {
  /** What a row is called where it is ticked. */
  name: (row: T) => string;
  /** What can be done with the ticked rows. */
  actions: (rows: T[], clear: () => void) => ReactNode;
}

interface Props<C extends Query> {
  /** Names the list in saved views and column settings. */
  screen: string;
  query: Callable<C>;
  /** What the list always asks for. */
  always?: Partial<RawInput<C>>;
  columns: Column<Row<C>>[];
  filters: Filter[];
  rowKey: (row: Row<C>) => string;
  bulk?: Bulk<Row<C>>;
  /** Said when nothing is there at all: what to do. */
  empty?: ReactNode;
}

interface Page<T> {
  items: T[];
  total?: number;
  page?: number;
  pageSize?: number;
}

const NONE: unknown[] = [];

/** A list from the server: filters, sort and page live in the URL, so that a link shows what its sender saw. */
export function Listing<C extends Query>(props: Props<C>): ReactNode {
  const { screen, query, always, columns, filters, rowKey, bulk, empty } = props;
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [keys, setKeys] = useColumnKeys(screen);
  const chosen = useSelection({ rowKey, name: bulk?.name ?? rowKey });
  const question = { ...questionOf(search), ...always } as RawInput<C>;
  const asked = useAsk(query, question);
  const answer = asked.data as Page<Row<C>> | undefined;
  // Drawn in slices: typing goes on while two hundred rows come.
  const rows = useDeferredValue(answer?.items ?? NONE) as Row<C>[];
  const shown = useMemo(() => shownOf(columns, keys), [columns, keys]);
  const set = (change: Search) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, page: undefined, ...change }), replace: true });
  return (
    <div className="listing">
      <ListingViews screen={screen} search={search} filters={filters} columns={keys} onColumns={setKeys} />
      <ListingFilters filters={filters} search={search} set={set}>
        <span className="soft" role="status">
          {answer?.total === undefined ? '' : listing.total(answer.total)}
        </span>
        <ColumnSettings columns={columns} keys={keys} onKeys={setKeys} />
        <ListingExport of={query.name} search={question as Search} />
      </ListingFilters>
      {bulk && chosen.rows.length > 0 && (
        <div className="listing-bulk" role="toolbar" aria-label={listing.chosen(chosen.rows.length)}>
          <strong>{listing.chosen(chosen.rows.length)}</strong>
          {bulk.actions(chosen.rows, chosen.clear)}
          <Button type="text" onClick={chosen.clear}>
            {listing.unchoose}
          </Button>
        </div>
      )}
      {asked.error && <Problem error={asked.error} again={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {rows.length > 0 && (
        <ListingTable
          columns={shown}
          rows={rows}
          rowKey={rowKey}
          sort={typeof search.sort === 'string' ? search.sort : undefined}
          onSort={(sort) => set({ sort })}
          busy={asked.isPlaceholderData || rows !== answer?.items}
          selection={bulk ? chosen : null}
        />
      )}
      {answer?.items.length === 0 && <Nothing search={search} empty={empty} />}
      {answer && <Pages of={answer} set={set} />}
    </div>
  );
}

/** Nothing matches: take the filters away. Nothing is there: what to do. */
function Nothing({ search, empty }: { search: Search; empty: ReactNode }): ReactNode {
  const navigate = useNavigate();
  if (Object.keys(filtersOf(search)).length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty ?? listing.none} />;
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={listing.nothing}>
      <Button onClick={() => void navigate({ to: '.', search: { tab: search.tab }, replace: true })}>
        {listing.clear}
      </Button>
    </Empty>
  );
}

const SIZES = [50, 100, 200];

function Pages({ of, set }: { of: Page<unknown>; set: (change: Search) => void }): ReactNode {
  const { total = 0, page = 1, pageSize = 50 } = of;
  if (total <= Math.min(50, pageSize)) return null;
  return (
    <nav aria-label={listing.pages} className="listing-pages">
      <Pagination
        current={page}
        pageSize={pageSize}
        total={total}
        pageSizeOptions={SIZES}
        showSizeChanger
        onChange={(next, size) => set({ page: size === pageSize ? next : 1, pageSize: size === 50 ? undefined : size })}
      />
    </nav>
  );
}
