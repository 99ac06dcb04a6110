import { createRequire } from 'node:module';
import { calmRequestQueues } from './kafkajs-idle.js';

interface Queue {
  pending: unknown[];
  throttleCheckTimeoutId: unknown;
  scheduleCheckPendingRequests: () => void;
  destroy: () => void;
}

const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as new (
  options: object,
) => Queue;
const newQueue = (): Queue =>
  new RequestQueue({
    maxInFlightRequests: 1,
    requestTimeout: 1_000,
    enforceRequestTimeout: false,
    clientId: 'c',
    broker: 'b',
    logger: {},
    isConnected: () => true,
  });

describe('the request queue of kafkajs', () => {
  beforeAll(calmRequestQueues);

  it('starts no timer while nothing waits', () => {
    const queue = newQueue();
    queue.scheduleCheckPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
    queue.destroy();
  });

  it('starts one, and one only, when something waits', () => {
    const queue = newQueue();
    queue.pending.push({});
    queue.scheduleCheckPendingRequests();
    const timer = queue.throttleCheckTimeoutId;
    queue.scheduleCheckPendingRequests();
    expect(timer).not.toBeNull();
    expect(queue.throttleCheckTimeoutId).toBe(timer);
    clearTimeout(timer as NodeJS.Timeout);
  });
});
