import { Input, Select, Table } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Output, Query, RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../api/hooks.js';
import { shell } from '../texts/shell.js';
import { Problem } from './problem.js';

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  width?: number;
  /** Stays on a narrow screen. */
  primary?: boolean;
}

export interface Filter {
  /** The query's own field. */
  key: string;
  label: string;
  /** Without options it is a text. */
  options?: { value: string; label: string }[];
  many?: boolean;
}

type Row<C extends Query> = Output<C> extends { items: (infer T)[] } ? T : never;

interface Props<C extends Query> {
  /** Names the list in saved views and column settings. */
  screen: string;
  query: Callable<C>;
  /** What the list always asks for. */
  always?: Partial<RawInput<C>>;
  columns: Column<Row<C>>[];
  filters: Filter[];
  rowKey: (row: Row<C>) => string;
}

type Search = Record<string, string | number | boolean | string[] | undefined>;

/** A list from the server: filters, sort and page live in the URL, so that a link shows what its sender saw. */
export function Listing<C extends Query>({ query, always, columns, filters, rowKey }: Props<C>): ReactNode {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const set = (change: Search) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, page: undefined, ...change }), replace: true });
  const asked = useAsk(query, { ...search, ...always } as RawInput<C>);
  const answer = asked.data as { items: Row<C>[]; total?: number; page?: number; pageSize?: number } | undefined;
  return (
    <>
      <div className="listing-bar" role="search">
        {filters.map((filter) => (
          <Choice
            key={filter.key}
            filter={filter}
            value={search[filter.key]}
            onChange={(value) => set({ [filter.key]: value })}
          />
        ))}
        <span className="grow soft">{answer?.total === undefined ? '' : shell.total(answer.total)}</span>
      </div>
      {asked.error && <Problem error={asked.error} again={() => void asked.refetch()} />}
      <Table<Row<C>>
        rowKey={rowKey}
        loading={asked.isPending}
        dataSource={answer?.items ?? []}
        columns={columns.map((column) => ({
          key: column.key,
          title: column.title,
          ...(column.width ? { width: column.width } : {}),
          render: (_: unknown, row: Row<C>) => column.render(row),
        }))}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: shell.empty }}
        pagination={{
          current: answer?.page ?? 1,
          pageSize: answer?.pageSize ?? 50,
          total: answer?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (page) => set({ page }),
        }}
      />
    </>
  );
}

interface ChoiceProps {
  filter: Filter;
  value: Search[string];
  onChange: (value: string | string[] | undefined) => void;
}

function Choice({ filter: { label, options, many }, value, onChange }: ChoiceProps): ReactNode {
  if (!options)
    return (
      <Input.Search
        key={String(value)}
        aria-label={label}
        placeholder={label}
        defaultValue={value === undefined ? '' : String(value)}
        allowClear
        style={{ width: 260 }}
        onSearch={(text) => onChange(text.trim() || undefined)}
      />
    );
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      {...(many ? { mode: 'multiple' as const } : {})}
      value={value as string | string[] | undefined}
      options={options}
      style={{ minWidth: 140 }}
      onChange={(next: string | string[] | undefined) => onChange(next)}
    />
  );
}
