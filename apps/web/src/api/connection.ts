import { useSyncExternalStore } from 'react';

// Whether the gateway answers, as the last request found it: a lost connection is said, and taken back when healed.

let lost = false;
const hearers = new Set<() => void>();

export function setLost(now: boolean): void {
  if (lost === now) return;
  lost = now;
  for (const hear of hearers) hear();
}

export function useLost(): boolean {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => lost,
  );
}
