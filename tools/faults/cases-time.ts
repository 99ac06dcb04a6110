import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultCase } from './case.js';
import { blockEventLoop } from './inspector.js';
import { withProducer } from './records.js';
import type { World } from './world.js';

const [FAKETIME] = globSync('/usr/lib*/**/faketime/libfaketime.so.1');
const BLOCKED_MS = 40_000;
const STARVED_MS = 20_000;
const HOGS = 8;
/** Lines of a log that are more than a pipe or a socket holds. */
const LINES = 4_000;

/** Faults 27 and 41–43: a service that stands still, another time, no processor, nobody who reads the log. */
export const timeFaults: readonly FaultCase[] = [
  {
    number: 27,
    name: ['事件循环阻塞 40 秒', 'event loop blocked for 40 s'],
    inject: async ({ platform }) => {
      const { pid } = platform.child('approvals');
      if (pid === undefined) throw new Error('approvals is not running');
      await blockEventLoop(pid, BLOCKED_MS);
    },
  },
  {
    number: 41,
    name: ['时钟快一小时、慢一小时', 'a clock an hour ahead, then an hour behind'],
    obstacle: () => (FAKETIME ? null : '缺少 libfaketime(Debian:faketime)· libfaketime is not installed'),
    inject: (world) => moveClock(world),
  },
  {
    number: 42,
    name: ['CPU 被占满 20 秒', 'no processor left for 20 s'],
    inject: async () => {
      const hogs = Array.from({ length: HOGS }, () =>
        spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
      );
      await sleep(STARVED_MS);
      for (const hog of hogs) hog.kill('SIGKILL');
    },
  },
  {
    number: 43,
    name: ['日志无人读取、管道写满', 'nobody reads the log: its pipe is full'],
    inject: (world) => fillLog(world),
  },
];

/** Of one service only: its database, its broker and the gateway keep the right time. */
async function moveClock({ platform }: World): Promise<number> {
  const clock = join(mkdtempSync(join(tmpdir(), 'bangdaiban-clock-')), 'offset');
  const hours = ['+1h', '-1h', '+0'];
  writeFileSync(clock, '+0');
  const service = platform.child('projects');
  await service.halt();
  service.resume({
    LD_PRELOAD: FAKETIME,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  await platform.ready('projects');
  for (const offset of hours) {
    writeFileSync(clock, offset);
    await sleep(5_000);
  }
  await service.halt();
  service.resume();
  await platform.ready('projects');
  return hours.length - 1;
}

/** Every record that is no command is a line in the log. */
async function fillLog({ platform }: World): Promise<void> {
  const service = platform.child('projects');
  service.listen(false);
  await withProducer(platform, async (send) => {
    const record = () => ({ key: randomUUID(), value: '{}' });
    await Promise.all(Array.from({ length: LINES }, () => send('projects.commands', record())));
  });
  await sleep(12_000);
  service.listen(true);
}
