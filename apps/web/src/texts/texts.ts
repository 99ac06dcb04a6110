import { useSyncExternalStore } from 'react';

export type Locale = 'zh' | 'en';
export type Pair = readonly [zh: string, en: string];
type Entry = Pair | ((...values: never[]) => Pair);
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer A) => Pair ? (...values: A) => string : string;
};

const KEPT = 'locale';
const hearers = new Set<() => void>();
/** The specs of pure code read the texts where no page is. */
const page = typeof document === 'undefined' ? null : document.documentElement;
let current: Locale = page && localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
if (page) page.lang = current === 'zh' ? 'zh-CN' : 'en';

export const locale = (): Locale => current;
export const pick = (pair: Pair): string => pair[current === 'zh' ? 0 : 1];

/** The language of the page from now on; the root draws everything anew. */
export function setLocale(next: Locale): void {
  current = next;
  localStorage.setItem(KEPT, next);
  if (page) page.lang = next === 'zh' ? 'zh-CN' : 'en';
  for (const hear of hearers) hear();
}

export function useLocale(): Locale {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => current,
  );
}

/** Texts in both languages, Chinese first; reading one gives it in the language of the page. */
export function texts<const T extends Record<string, Entry>>(entries: T): Words<T> {
  const words = {};
  for (const [name, entry] of Object.entries(entries)) {
    const get =
      typeof entry === 'function'
        ? () =>
            (...values: unknown[]) =>
              pick((entry as (...all: unknown[]) => Pair)(...values))
        : () => pick(entry);
    Object.defineProperty(words, name, { get, enumerable: true });
  }
  return words as Words<T>;
}
