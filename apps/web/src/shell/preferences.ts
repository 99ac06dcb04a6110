import { useSyncExternalStore } from 'react';

const KEPT = 'elder';
const hearers = new Set<() => void>();
let elder = localStorage.getItem(KEPT) === 'yes';
const mark = (): void => {
  document.documentElement.toggleAttribute('data-elder', elder);
};
mark();

/** Elder mode (适老化): larger type and targets, kept in this browser. */
export function setElder(next: boolean): void {
  elder = next;
  localStorage.setItem(KEPT, next ? 'yes' : 'no');
  mark();
  for (const hear of hearers) hear();
}

export function useElder(): boolean {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => elder,
  );
}
