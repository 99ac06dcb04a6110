import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { light } from '../texts/light.js';

/** What came of a question; until then null. */
export type Asked<T> = { answer: T } | { fault: unknown } | null;

/** Asks once for each `key` and again on demand; an answer that comes after the next question is dropped. */
export function useAsked<T>(key: string, ask: () => Promise<T>): { asked: Asked<T>; again: () => void } {
  const [kept, setKept] = useState<{ of: string; asked: Asked<T> }>({ of: key, asked: null });
  const [round, setRound] = useState(0);
  const of = `${key}#${round}`;
  useEffect(() => {
    let left = false;
    const keep = (asked: Asked<T>) => left || setKept({ of, asked });
    ask().then(
      (answer) => keep({ answer }),
      (fault: unknown) => keep({ fault }),
    );
    return () => {
      left = true;
    };
    // `ask` is a new function each time; what it asks is named by `key`.
  }, [of]);
  return { asked: kept.of === of ? kept.asked : null, again: () => setRound((before) => before + 1) };
}

const SLOW_MS = 4_000;

/** The shape of a page while its content is on its way; a slow network is said. */
export function Waiting(): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const due = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(due);
  }, []);
  return (
    <div role="status">
      <span className="visually-hidden">{light.loading}</span>
      {[62, 94, 88, 74].map((width) => (
        <div key={width} className="grey" style={{ width: `${width}%` }} aria-hidden="true" />
      ))}
      {slow && <p className="lead">{light.slow}</p>}
    </div>
  );
}

export const sentenceOf = (fault: unknown): string => (fault instanceof Refused ? fault.sentence : light.unreachable);

export function Failed({ fault, again }: { fault: unknown; again: () => void }): ReactNode {
  return (
    <div role="alert">
      <p className="lead">{sentenceOf(fault)}</p>
      <button type="button" className="quiet" onClick={again}>
        {light.again}
      </button>
    </div>
  );
}
