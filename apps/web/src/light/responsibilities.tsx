import { useDeferredValue, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { publicResponsibilityLists as contract } from '#libs/contracts/agents.js';
import { stranger } from '../api/client.js';
import { listInstitutions, publicResponsibilityLists } from '../api/operations.js';
import { agentClasses, duties } from '../texts/light.js';
import { locale } from '../texts/texts.js';
import { Failed, Waiting, useAsked } from './asking.js';
import { Frame } from './frame.js';

type Person = Output<typeof contract>['items'][number];

const PAUSE_MS = 300;
const PAGE = 20;

/** 公开权责清单: whom to ask, with work phones only (R24). What is searched stands in the address, to be passed on. */
export function Responsibilities(): ReactNode {
  return (
    <Frame title={duties.title}>
      <h1>{duties.title}</h1>
      <Finder linked />
    </Frame>
  );
}

/** @param linked keeps the search in the address of the page; a kiosk forgets it */
export function Finder({ linked }: { linked?: boolean }): ReactNode {
  const [search, setSearch] = useState(() => new URLSearchParams(linked ? location.search : ''));
  const q = search.get('q') ?? '';
  const region = search.get('region') ?? '';
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
    if (linked) history.replaceState(null, '', next.size > 0 ? `?${next.toString()}` : location.pathname);
  };
  const settled = useSettled(q);
  return (
    <>
      <p className="lead">{duties.lead}</p>
      <div className="find" role="search">
        <input
          type="search"
          aria-label={duties.find}
          placeholder={duties.find}
          value={q}
          maxLength={40}
          onChange={({ target }) => set('q', target.value)}
        />
        <Regions value={region} onChange={(value) => set('region', value)} />
      </div>
      <People key={`${settled}|${region}`} q={settled} region={region} />
    </>
  );
}

/** A text once its writer pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const due = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(due);
  }, [text]);
  return useDeferredValue(settled.trim());
}

function Regions({ value, onChange }: { value: string; onChange: (region: string) => void }): ReactNode {
  const { asked } = useAsked('regions', () => stranger.call(listInstitutions, { active: 'true' }));
  const offices = asked && 'answer' in asked ? asked.answer.items.filter(({ level }) => level !== 'town') : [];
  return (
    <select aria-label={duties.region} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{duties.everywhere}</option>
      {offices.map(({ id, regionId, regionName }) => (
        <option key={id} value={regionId}>
          {regionName}
        </option>
      ))}
    </select>
  );
}

function People({ q, region }: { q: string; region: string }): ReactNode {
  const [pages, setPages] = useState(1);
  const narrowed = { ...(q ? { q } : {}), ...(region ? { regionId: region } : {}) };
  const { asked, again } = useAsked(`${q}|${region}|${pages}`, () =>
    stranger.call(publicResponsibilityLists, { ...narrowed, pageSize: PAGE * pages }, { locale: locale() }),
  );
  const [shown, setShown] = useState<Output<typeof contract> | null>(null);
  if (asked && 'answer' in asked && asked.answer !== shown) setShown(asked.answer);
  if (asked && 'fault' in asked) return <Failed fault={asked.fault} again={again} />;
  if (!shown) return <Waiting />;
  if (shown.total === 0) return <p className="lead">{duties.none}</p>;
  return (
    <>
      <p role="status" className="soft">
        {duties.found(shown.total)}
      </p>
      <ul className="plain">
        {shown.items.map((person) => (
          <Entry key={`${person.institutionName}|${person.name}|${person.workPhone}`} person={person} />
        ))}
      </ul>
      {shown.items.length < shown.total && (
        <p>
          <button type="button" className="quiet" onClick={() => setPages(pages + 1)}>
            {duties.more}
          </button>
        </p>
      )}
    </>
  );
}

function Entry({ person }: { person: Person }): ReactNode {
  const { name, workPhone, items } = person;
  return (
    <li className="person">
      <h2>
        {name}
        <small>{person.classes.map((one) => agentClasses[one]).join(' · ')}</small>
      </h2>
      <a className="phone" href={`tel:${workPhone}`} aria-label={duties.call(name, workPhone)}>
        {workPhone}
      </a>
      <p className="soft">
        {person.institutionName} · {duties.publishedOn(person.publishedOn)}
      </p>
      {person.duties.map((duty) => (
        <p key={duty}>{duty}</p>
      ))}
      {items.length > 0 && (
        <details>
          <summary>{duties.handles(items.length)}</summary>
          {items.map((item) => item.name).join('、')}
        </details>
      )}
    </li>
  );
}
