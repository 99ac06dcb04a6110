import { useCallback, useRef, useState } from 'react';

/** The rows that were ticked, also those of other pages. */
export interface Selection<T> {
  rows: T[];
  name: (row: T) => string;
  has: (row: T) => boolean;
  hasAll: (rows: T[]) => boolean;
  toggle: (row: T) => void;
  toggleAll: (rows: T[]) => void;
  clear: () => void;
}

interface Keyed<T> {
  rowKey: (row: T) => string;
  name: (row: T) => string;
}

export function useSelection<T>({ rowKey, name }: Keyed<T>): Selection<T> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, T>>(new Map());
  const has = (row: T) => chosen.has(rowKey(row));
  const hasAll = (rows: T[]) => rows.length > 0 && rows.every(has);
  const choose = (rows: T[], on: boolean) =>
    setChosen((before) => {
      const after = new Map(before);
      for (const row of rows) {
        if (on) after.set(rowKey(row), row);
        else after.delete(rowKey(row));
      }
      return after;
    });
  // The same function for every drawing, so that a tick draws one row.
  const keyOf = useRef(rowKey);
  const toggle = useCallback((row: T) => {
    const key = keyOf.current(row);
    setChosen((before) => {
      const after = new Map(before);
      if (!after.delete(key)) after.set(key, row);
      return after;
    });
  }, []);
  return {
    rows: [...chosen.values()],
    name,
    has,
    hasAll,
    toggle,
    toggleAll: (rows) => choose(rows, !hasAll(rows)),
    clear: () => setChosen(new Map()),
  };
}
