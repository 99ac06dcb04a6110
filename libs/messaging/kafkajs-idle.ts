import { createRequire } from 'node:module';

interface RequestQueue {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests: () => void;
}

const RETRY_MS = 10;

/** kafkajs 2.2.4 checks its empty request queue every millisecond on every connection; here it checks when something waits. */
function scheduleCheckPendingRequests(this: RequestQueue): void {
  if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
  const wait = Math.max(this.throttledUntil - Date.now(), RETRY_MS);
  this.throttleCheckTimeoutId = setTimeout(() => {
    this.throttleCheckTimeoutId = null;
    this.checkPendingRequests();
  }, wait);
}

/** Puts the patient check in place of the restless one, for every connection made afterwards. */
export function calmRequestQueues(): void {
  const require = createRequire(import.meta.url);
  const queue = require('kafkajs/src/network/requestQueue') as { prototype: Record<string, unknown> };
  if (typeof queue.prototype['scheduleCheckPendingRequests'] !== 'function') {
    throw new Error('kafkajs has changed: look again at its request queue');
  }
  queue.prototype['scheduleCheckPendingRequests'] = scheduleCheckPendingRequests;
}
