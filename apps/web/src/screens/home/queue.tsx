import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Query, RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { Answer } from '../../parts/answer.js';
import type { Row } from '../../parts/listing.js';
import { home } from '../../texts/home.js';

interface Props<C extends Query> {
  title: string;
  query: Callable<C>;
  input: RawInput<C>;
  /** The whole queue. */
  to: string;
  search?: Record<string, string | boolean | string[]>;
  /** Said when nothing waits; without it an empty queue is not shown. */
  none?: string;
  rowKey: (row: Row<C>) => string;
  row: (row: Row<C>) => ReactNode;
}

const FIRST = 6;

/** The head of a queue: how much waits, what is first, and the way to the rest. */
export function Queue<C extends Query>(props: Props<C>): ReactNode {
  const { title, query, input, to, search = {}, none, rowKey, row } = props;
  const asked = useAsk(query, { ...input, pageSize: FIRST });
  if (none === undefined && (asked.data as { total: number } | undefined)?.total === 0) return null;
  return (
    <section className="home-section">
      <Answer of={asked}>
        {(answer) => {
          const { items, total } = answer as { items: Row<C>[]; total: number };
          return (
            <>
              <h2>
                {title} <span className="home-count">{total}</span>
              </h2>
              {items.length === 0 && <p className="soft">{none}</p>}
              <ul className="plain home-rows">
                {items.map((one) => (
                  <li key={rowKey(one)}>{row(one)}</li>
                ))}
              </ul>
              {total > items.length && (
                <Link to={to} search={search} className="home-all">
                  {home.seeAll(total)}
                </Link>
              )}
            </>
          );
        }}
      </Answer>
    </section>
  );
}
