import { FilterOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { listing } from '../texts/listing.js';
import { DateField, isDay } from './date-field.js';
import './forms.css';
import { filtersOf } from './listing-search.js';
import type { Filter, Search } from './listing-search.js';

interface Props {
  filters: Filter[];
  search: Search;
  set: (change: Search) => void;
  /** At the end of the bar. */
  children: ReactNode;
}

type Value = Search[string];

/** The texts stay in sight; on a phone the other filters are behind a button that counts them. */
export function ListingFilters({ filters, search, set, children }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const texts = filters.filter(({ options, kind }) => !options && !kind);
  const others = filters.filter((filter) => !texts.includes(filter));
  const active = others.filter(({ key }) => search[key] !== undefined).length;
  const control = (filter: Filter) => (
    <Choice
      key={filter.key}
      filter={filter}
      value={search[filter.key]}
      onChange={(value) => set({ [filter.key]: value })}
    />
  );
  const clear = () => set(Object.fromEntries(Object.keys(filtersOf(search)).map((key) => [key, undefined])));
  return (
    <div className="listing-bar" role="search">
      {texts.map(control)}
      {others.length > 0 && (
        <Button
          className="listing-more"
          icon={<FilterOutlined />}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {listing.filters(active)}
        </Button>
      )}
      <div className="listing-filters" data-open={open}>
        {others.map(control)}
        {Object.keys(filtersOf(search)).length > 0 && (
          <Button type="text" onClick={clear}>
            {listing.clear}
          </Button>
        )}
      </div>
      <div className="listing-tools">{children}</div>
    </div>
  );
}

interface ChoiceProps {
  filter: Filter;
  value: Value;
  onChange: (value: Value) => void;
}

function Choice({ filter, value, onChange }: ChoiceProps): ReactNode {
  const { label, options, many, kind } = filter;
  if (kind === 'flag')
    return (
      <Button
        className="listing-flag"
        aria-pressed={value === true}
        onClick={() => onChange(value === true ? undefined : true)}
      >
        {label}
      </Button>
    );
  if (kind === 'day') return <Day label={label} value={value} onChange={onChange} />;
  if (!options) return <Find label={label} value={value} onChange={onChange} />;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      {...(many ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={many && value !== undefined ? ([value].flat() as string[]) : (value as string | undefined)}
      options={options}
      className="listing-select"
      onChange={(next: string | string[] | undefined) => onChange(next?.length ? next : undefined)}
    />
  );
}

/** Filters once the day is whole. */
function Day({ label, value, onChange }: Omit<ChoiceProps, 'filter'> & { label: string }): ReactNode {
  const said = value === undefined ? '' : String(value);
  const [text, setText] = useState(said);
  const [shown, setShown] = useState(said);
  if (shown !== said) {
    setShown(said);
    setText(said);
  }
  const type = (next: string) => {
    setText(next);
    if (next !== said && (next === '' || isDay(next))) onChange(next || undefined);
  };
  return (
    <span className="listing-day">
      <span aria-hidden="true">{label}</span>
      <DateField aria-label={label} value={text} onChange={type} />
    </span>
  );
}

const PAUSE_MS = 250;
const ENOUGH = 2;

/** Searches while one types, from two characters on, and never in the middle of a Chinese composition. */
function Find({ label, value, onChange }: Omit<ChoiceProps, 'filter'> & { label: string }): ReactNode {
  const said = value === undefined ? '' : String(value);
  const [text, setText] = useState(said);
  const [shown, setShown] = useState(said);
  const composing = useRef(false);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(due.current), []);
  if (shown !== said) {
    setShown(said);
    if (text.trim() !== said) setText(said);
  }
  const send = (next: string) => {
    clearTimeout(due.current);
    if (next.trim() !== said) onChange(next.trim() || undefined);
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(due.current);
    const length = [...next.trim()].length;
    if (!composing.current && (length === 0 || length >= ENOUGH)) due.current = setTimeout(() => send(next), PAUSE_MS);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') send(text);
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.currentTarget.closest('.listing')?.querySelector<HTMLElement>('tbody td a')?.focus();
  };
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      title={listing.findHint}
      className="listing-find"
      value={text}
      onChange={({ target }) => type(target.value)}
      onKeyDown={onKeyDown}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={({ currentTarget }) => {
        composing.current = false;
        type(currentTarget.value);
      }}
    />
  );
}
