import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { memo } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { listing } from '../texts/listing.js';
import type { Named } from './listing-columns.js';
import type { Selection } from './listing-selection.js';

export interface Column<T> extends Named {
  render: (row: T) => ReactNode;
  width?: number;
  /** What the row is called: the heading of its card on a narrow screen. */
  primary?: boolean;
  /** The values of the query's `sort`, upwards and downwards. */
  sort?: { up?: string; down?: string };
}

interface Props<T> {
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  busy: boolean;
  selection: Selection<T> | null;
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The links that rows are opened by, in their order. */
const linksIn = (place: Element): HTMLElement[] =>
  [...place.querySelectorAll('tbody tr')].flatMap((row) => row.querySelector<HTMLElement>('td a') ?? []);

/** j and k or the arrow keys walk the rows, Enter opens one, / leads back to the search. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const at = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || at.closest('input:not([type=checkbox]), select, textarea'))
    return;
  const list = event.currentTarget;
  const step = STEPS[event.key];
  const search = event.key === '/' ? list.closest('.listing')?.querySelector<HTMLElement>('input[type=search]') : null;
  const links = linksIn(list);
  const here = links.findIndex((link) => link.closest('tr')?.contains(at));
  const next = step ? links[Math.min(links.length - 1, Math.max(0, here + step))] : search;
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** A plain table that stays one for a screen reader, two hundred rows without a pause, and a pile of cards on a phone. */
export function ListingTable<T>({ columns, rows, rowKey, sort, onSort, busy, selection }: Props<T>): ReactNode {
  return (
    <div
      className="listing-frame"
      role="region"
      aria-label={listing.rows}
      aria-busy={busy}
      tabIndex={0}
      onKeyDown={walk}
    >
      <table className="listing-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {selection && (
              <th role="columnheader" className="listing-check">
                <Check
                  label={listing.chooseAll}
                  checked={selection.hasAll(rows)}
                  onChange={() => selection.toggleAll(rows)}
                />
              </th>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <BodyRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              {...(selection
                ? { name: selection.name(row), chosen: selection.has(row), toggle: selection.toggle }
                : {})}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BodyProps<T> {
  row: T;
  columns: Column<T>[];
  /** Where rows can be ticked. */
  name?: string;
  chosen?: boolean;
  toggle?: (row: T) => void;
}

function Cells<T>({ row, columns, name, chosen = false, toggle }: BodyProps<T>): ReactNode {
  return (
    <tr role="row" data-chosen={chosen}>
      {toggle && (
        <td role="cell" className="listing-check">
          <Check label={listing.choose(name ?? '')} checked={chosen} onChange={() => toggle(row)} />
        </td>
      )}
      {columns.map(({ key, title, primary, render }) => (
        <td key={key} role="cell" data-label={title} data-primary={primary}>
          {render(row)}
        </td>
      ))}
    </tr>
  );
}
/** Drawn again only when it changed: of two hundred rows a tick or a refresh touches few. */
const BodyRow = memo(Cells) as typeof Cells;

interface HeadingProps<T> {
  column: Column<T>;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

const ORDERS = { up: 'ascending', down: 'descending' } as const;

/** A head that sorts: each press gives the next order that the list knows. */
function Heading<T>({ column: { title, width, sort: by }, sort, onSort }: HeadingProps<T>): ReactNode {
  const style = width === undefined ? undefined : { minWidth: width };
  if (!by)
    return (
      <th role="columnheader" style={style}>
        {title}
      </th>
    );
  const orders = (['up', 'down'] as const).filter((order) => by[order] !== undefined);
  const now = orders.findIndex((order) => by[order] === sort);
  const order = orders[now];
  const next = orders[now + 1];
  return (
    <th role="columnheader" style={style} aria-sort={order ? ORDERS[order] : 'none'}>
      <button type="button" title={listing.sortBy(title)} onClick={() => onSort(next && by[next])}>
        {title}
        <span className="listing-order" data-order={order ?? 'none'} aria-hidden="true">
          {(order ?? orders[0]) === 'down' ? <CaretDownFilled /> : <CaretUpFilled />}
        </span>
      </button>
    </th>
  );
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: () => void }): ReactNode {
  return (
    <label>
      <input type="checkbox" aria-label={label} checked={checked} onChange={onChange} />
    </label>
  );
}
