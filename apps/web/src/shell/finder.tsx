import { useNavigate } from '@tanstack/react-router';
import { Empty, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { search as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../api/hooks.js';
import { search } from '../api/operations.js';
import { Problem } from '../parts/problem.js';
import { caseList } from '../texts/case-list.js';
import { shell } from '../texts/shell.js';
import './finder.css';
import { useMe } from './me.js';
import { keepRecent, readRecent } from './recent.js';

export type Hit = Output<typeof contract>['items'][number];

const KINDS: Record<Hit['kind'], () => string> = {
  project: () => caseList.kindProject,
  case: () => caseList.kindCase,
  unit: () => caseList.kindUnit,
  item: () => caseList.kindItem,
};
const PAUSE_MS = 150;
const ENOUGH = 2;

/** What was typed, once it has rested for a moment and is no half composition. */
function useRested(text: string, composing: boolean): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    if (composing) return;
    const due = setTimeout(() => setRested(text.trim()), PAUSE_MS);
    return () => clearTimeout(due);
  }, [text, composing]);
  return [...rested].length >= ENOUGH ? rested : '';
}

/** A search over everything one may see: arrow keys choose, Enter opens; empty it shows what was opened lately. */
export function Finder({ onGo }: { onGo: () => void }): ReactNode {
  const { accountId } = useMe();
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<InputRef>(null);
  const navigate = useNavigate();
  useEffect(() => input.current?.focus(), []);
  const q = useRested(text, composing);
  const found = useAsk(search, q ? { q } : null);
  const hits = q ? grouped(found.data?.items ?? []) : readRecent(accountId);
  const here = Math.min(at, hits.length - 1);
  const open = (hit: Hit | undefined) => {
    if (!hit?.caseId) return;
    keepRecent(accountId, hit);
    onGo();
    const to = { to: '/cases/$caseId', params: { caseId: hit.caseId } } as const;
    void navigate(hit.kind === 'item' ? { ...to, search: { tab: 'items', item: hit.id } } : to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') return open(hits[here]);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || hits.length === 0) return;
    event.preventDefault();
    setAt((here + step + hits.length) % hits.length);
  };
  return (
    <>
      <Input
        ref={input}
        type="search"
        value={text}
        size="large"
        role="combobox"
        aria-label={shell.search}
        aria-expanded={hits.length > 0}
        aria-controls="finder-hits"
        aria-autocomplete="list"
        aria-activedescendant={hits[here] ? `finder-${here}` : undefined}
        placeholder={shell.searchHint}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
      <p className="visually-hidden" role="status">
        {q && found.data ? caseList.found(hits.length) : ''}
      </p>
      {found.error && <Problem error={found.error} />}
      <Hits of={hits} here={here} recent={!q} onOpen={open} />
      {q && found.data && !found.isPlaceholderData && hits.length === 0 && <Empty description={shell.nothingFound} />}
      <p className="soft small finder-keys">{caseList.searchKeys}</p>
    </>
  );
}

/** In the order of the kinds, as they are shown. */
const grouped = (hits: Hit[]): Hit[] =>
  (Object.keys(KINDS) as Hit['kind'][]).flatMap((kind) => hits.filter((hit) => hit.kind === kind));

interface HitsProps {
  of: Hit[];
  here: number;
  recent: boolean;
  onOpen: (hit: Hit) => void;
}

/** What was found by its kind, or what was opened lately; `here` counts through all of them. */
function Hits({ of, here, recent, onOpen }: HitsProps): ReactNode {
  const numbered = of.map((hit, index) => ({ hit, index }));
  const groups = recent
    ? [{ label: caseList.recent, hits: numbered }]
    : (Object.keys(KINDS) as Hit['kind'][]).map((kind) => ({
        label: KINDS[kind](),
        hits: numbered.filter(({ hit }) => hit.kind === kind),
      }));
  return (
    <div id="finder-hits" role="listbox" aria-label={shell.search} className="finder-hits">
      {groups
        .filter(({ hits }) => hits.length > 0)
        .map(({ label, hits }) => (
          <div key={label} role="group" aria-label={label}>
            <div className="finder-head" aria-hidden="true">
              {label}
            </div>
            {hits.map(({ hit, index }) => (
              <Option key={index} hit={hit} index={index} chosen={index === here} onOpen={onOpen} />
            ))}
          </div>
        ))}
    </div>
  );
}

interface OptionProps {
  hit: Hit;
  index: number;
  chosen: boolean;
  onOpen: (hit: Hit) => void;
}

function Option({ hit, index, chosen, onOpen }: OptionProps): ReactNode {
  return (
    <div
      id={`finder-${index}`}
      role="option"
      aria-selected={chosen}
      aria-disabled={hit.caseId === null}
      className="finder-hit"
      ref={chosen ? (place) => place?.scrollIntoView({ block: 'nearest' }) : undefined}
      onClick={() => onOpen(hit)}
    >
      {hit.title}
      <small>
        {hit.subtitle}
        {hit.caseId === null && ` · ${caseList.withoutCase}`}
      </small>
    </div>
  );
}
