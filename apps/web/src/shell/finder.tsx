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
        allowClear
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

function Hits({ of, here, recent, onOpen }: HitsProps): ReactNode {
  return (
    <div id="finder-hits" role="listbox" aria-label={recent ? caseList.recent : shell.search} className="finder-hits">
      {of.map((hit, index) => (
        <div
          key={`${hit.kind}${hit.id}${hit.caseId}`}
          id={`finder-${index}`}
          role="option"
          aria-selected={index === here}
          aria-disabled={hit.caseId === null}
          className="finder-hit"
          data-head={recent ? (index === 0 ? caseList.recent : undefined) : headOf(of, index)}
          ref={index === here ? (place) => place?.scrollIntoView({ block: 'nearest' }) : undefined}
          onClick={() => onOpen(hit)}
        >
          {hit.title}
          <small>
            {hit.subtitle}
            {hit.caseId === null && ` · ${caseList.withoutCase}`}
          </small>
        </div>
      ))}
    </div>
  );
}

/** The name of its kind above the first hit of each. */
const headOf = (hits: Hit[], index: number): string | undefined => {
  const kind = hits[index]?.kind;
  return kind && kind !== hits[index - 1]?.kind ? KINDS[kind]() : undefined;
};
