import { Input, Select } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listItems as contract } from '#libs/contracts/approvals.js';
import { useAsk } from '../../api/hooks.js';
import { listItems } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Page } from '../../parts/page.js';
import { catalogue as words, itemLevels, itemStages } from '../../texts/catalogue.js';
import { shell } from '../../texts/shell.js';
import { optionsOf } from '../../texts/words.js';
import { Guide } from './guide.js';
import './catalogue.css';

type Item = Output<typeof contract>['items'][number];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isLevel = (value: string): value is keyof typeof itemLevels => value in itemLevels;

/** 事项库: the items by stage on the left, the guide of the chosen one beside. */
export function Catalogue(): ReactNode {
  const search = useSearch({ from: '/catalogue' });
  const navigate = useNavigate();
  const [q, level, code] = [text(search.q), text(search.level), text(search.item)];
  const found = useAsk(listItems, {
    ...(q ? { q } : {}),
    ...(isLevel(level) ? { level } : {}),
  });
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Page title={shell.catalogue}>
      <div className="bar" role="search">
        <Input.Search
          key={q}
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          defaultValue={q}
          onSearch={(next) => set({ q: next.trim() || undefined })}
          style={{ width: 280 }}
        />
        <Select
          aria-label={words.level}
          placeholder={words.level}
          allowClear
          value={isLevel(level) ? level : null}
          options={optionsOf(itemLevels)}
          onChange={(next: string | null) => set({ level: next ?? undefined })}
          style={{ width: 140 }}
        />
      </div>
      <div className={code ? 'catalogue chosen' : 'catalogue'}>
        <nav aria-label={shell.catalogue}>
          <Answer of={found}>{({ items }) => <Stages of={items} chosen={code} />}</Answer>
        </nav>
        <article>{code ? <Guide code={code} /> : <p className="soft">{words.choose}</p>}</article>
      </div>
    </Page>
  );
}

function Stages({ of, chosen }: { of: Item[]; chosen: string }): ReactNode {
  if (of.length === 0) return <p className="soft">{words.nothing}</p>;
  const stages = optionsOf(itemStages)
    .map(({ value, label }) => ({ value, label, items: of.filter(({ stage }) => stage === value) }))
    .filter(({ items }) => items.length > 0);
  return stages.map(({ value, label, items }) => (
    <section key={value}>
      <h2>
        {label} <span className="soft small">{words.count(items.length)}</span>
      </h2>
      <ul className="plain">
        {items.map(({ code, name, promisedWorkdays }) => (
          <li key={code}>
            <Link
              to="/catalogue"
              search={(before) => ({ ...before, item: code })}
              className="row-link"
              aria-current={code === chosen ? 'true' : undefined}
            >
              <span className="code">{code}</span> {name}
              <span className="soft small">{promisedWorkdays > 0 && words.workdays(promisedWorkdays)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
