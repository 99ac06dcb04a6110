import type { ReactNode } from 'react';
import { instant } from '../../parts/dates.js';
import { filingEvents, filings } from '../../texts/filings.js';
import type { Filing } from './filing.js';

const isKnown = (name: string): name is keyof typeof filingEvents => name in filingEvents;

/** Every step with who took it, when, and what was said. */
export function History({ of: { events } }: { of: Filing }): ReactNode {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{filings.history}</h2>
      <ol className="history">
        {events.map(({ at, name, actorName, opinion }) => (
          <li key={`${at}${name}`}>
            <time dateTime={at}>{instant(at)}</time>
            <div>
              <strong>{isKnown(name) ? filingEvents[name] : name}</strong> <span className="soft">{actorName}</span>
              {opinion && <p>{opinion}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
