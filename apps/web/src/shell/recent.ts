import type { Hit } from './finder.js';

const MOST = 8;
const placeOf = (accountId: string): string => `recent.${accountId}`;

/** What this person opened lately from the search, the latest first; kept in this browser. */
export function readRecent(accountId: string): Hit[] {
  const text = localStorage.getItem(placeOf(accountId));
  return text === null ? [] : (JSON.parse(text) as Hit[]);
}

export function keepRecent(accountId: string, hit: Hit): void {
  const others = readRecent(accountId).filter(
    ({ kind, id, caseId }) => kind !== hit.kind || id !== hit.id || caseId !== hit.caseId,
  );
  localStorage.setItem(placeOf(accountId), JSON.stringify([hit, ...others].slice(0, MOST)));
}
