import { useState } from 'react';

/** What column settings know of a column. */
export interface Named {
  key: string;
  title: string;
  /** Not shown until somebody asks for it. */
  spare?: boolean;
}

/** The columns to show in their order; null = as the list has them. Unknown keys, of an older page, are left out. */
export function shownOf<T extends Named>(columns: readonly T[], keys: readonly string[] | null): T[] {
  if (keys === null) return columns.filter(({ spare }) => !spare);
  return keys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
}

/** All columns for the settings: the shown ones in their order, then the others. */
export function orderedOf<T extends Named>(columns: readonly T[], keys: readonly string[] | null): T[] {
  const shown = shownOf(columns, keys);
  return [...shown, ...columns.filter((column) => !shown.includes(column))];
}

/** `key` one place up (-1) or down (1) among the shown. */
export function moved(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  return keys.toSpliced(from, 1).toSpliced(to, 0, key);
}

const placeOf = (screen: string): string => `columns.${screen}`;

function kept(screen: string): string[] | null {
  const text = localStorage.getItem(placeOf(screen));
  return text === null ? null : (JSON.parse(text) as string[]);
}

/** The column settings of a screen, kept in this browser; null = as the list has them. */
export function useColumnKeys(screen: string): [string[] | null, (keys: string[] | null) => void] {
  const [keys, setKeys] = useState(() => kept(screen));
  const keep = (next: string[] | null) => {
    setKeys(next);
    if (next === null) localStorage.removeItem(placeOf(screen));
    else localStorage.setItem(placeOf(screen), JSON.stringify(next));
  };
  return [keys, keep];
}
