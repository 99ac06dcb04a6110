import { Connection, textOf } from './connection.js';
import type { Job, Round } from './load.js';

// The load driver's process: a job comes over the channel, the round goes back. It ends when the channel is closed.

/** Nearest rank of values in rising order. */
const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

async function play({ urls, connections, seconds, shots, again, rate }: Job): Promise<Round> {
  const open = await Promise.all(
    Array.from({ length: connections }, (_, n) => Connection.open(new URL(urls[n % urls.length] ?? ''))),
  );
  const took: number[] = [];
  let sent = 0;
  let failed = 0;
  let failure: string | null = null;
  const begun = performance.now();
  let ended = begun;
  const due = (): number => (rate === null ? 0 : begun + (sent * 1_000) / rate);
  await Promise.all(
    open.map(async (connection, n) => {
      while (performance.now() - begun < seconds * 1_000) {
        const shot = shots[again ? sent % shots.length : sent];
        if (!shot) break;
        const at = due();
        sent += 1;
        while (performance.now() < at) await new Promise((resolve) => setTimeout(resolve, at - performance.now()));
        const request = textOf(shot, n);
        const asked = performance.now();
        const { status, body } = await connection.ask(request);
        ended = performance.now();
        took.push(ended - asked);
        if (status >= 200 && status < 300 && status !== 202) continue;
        failed += 1;
        failure ??= `${status} ${body}`;
      }
      connection.close();
    }),
  );
  const sorted = Float64Array.from(took).sort();
  const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  return { answered: took.length, seconds: (ended - begun) / 1_000, p50, p99, failed, failure };
}

process.on('message', (job: Job) => {
  play(job).then(
    (round) => process.send?.(round),
    (error: unknown) => process.send?.(String(error)),
  );
});
