import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultCase } from './case.js';

/** Faults 1–8: processes that die, stop, or come twice. */
export const processFaults: readonly FaultCase[] = [
  {
    number: 1,
    name: ['随机 kill -9 任一服务', 'any service killed at random'],
    short: true,
    inject: async ({ platform, random }) => {
      const times = 3;
      for (let time = 0; time < times; time += 1) {
        platform.kill(random.pick(['projects', 'agents', 'approvals', 'notify', 'gateway']));
        await sleep(random.between(5_000, 8_000));
      }
      return times;
    },
  },
];
