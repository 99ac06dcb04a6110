import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Client } from '#libs/client/client.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { testDatabaseUrl, testKafka, testPlatformUrl } from '#libs/testing/config.js';
import { DEMO_PASSWORD } from '#tools/demo/stage.js';
import { databaseAccess } from '#tools/platform/database.js';
import { tryPort } from '#tools/platform/network.js';
import { ROOT } from '#tools/platform/root.js';

const { republishFacts, listProjections } = OPERATOR.approvals;
/** Nothing is ever in it: a command that goes the whole way and has no effect. */
const NO_SPAN = { from: '2020-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' };
const EVERY_MS = 40;

describe('several processes of one service', () => {
  let admin: Client;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    admin = await Client.signIn(testPlatformUrl(), 'admin', DEMO_PASSWORD);
  });
  afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

  /** One more process of approvals, ready. */
  async function another(): Promise<{ child: ChildProcess; handled: () => Promise<number> }> {
    const { brokers, prefix } = testKafka();
    const port = Number(await tryPort(0));
    const env = {
      MODE: 'test',
      KAFKA_BROKERS: brokers,
      TOPIC_PREFIX: prefix,
      DATABASE_URL: databaseAccess(testDatabaseUrl(), {}).app.approvals,
      HEALTH_PORT: String(port),
      SESSION_TIMEOUT_MS: '10000',
      LOG_LEVEL: 'error',
    };
    const child = spawn(process.execPath, [`${ROOT}/dist/apps/approvals/src/main.js`], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
    });
    started.push(child);
    const page = async (path: string) => await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    while ((await page('/health/ready'))?.status !== 200) await sleep(100);
    const handled = async () =>
      Number(
        /^commands_total\{outcome="done"\} (\d+)$/m.exec((await (await page('/metrics'))?.text()) ?? '')?.[1] ?? 0,
      );
    return { child, handled };
  }

  async function end(child: ChildProcess): Promise<{ code: number | null; seconds: number }> {
    const from = performance.now();
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    const [code] = await ended;
    return { code, seconds: (performance.now() - from) / 1_000 };
  }

  it('join and leave under load without one reply lost or one request refused', async () => {
    const answers: Promise<number>[] = [];
    const ask = setInterval(() => {
      const body = NO_SPAN;
      answers.push(
        admin.raw('POST', '/api/v1/operator/approvals/republications', { body }).then(({ status }) => status),
        admin.raw('GET', '/api/v1/operator/approvals/projections').then(({ status }) => status),
      );
    }, EVERY_MS);
    const [second, third] = [await another(), await another()];
    await sleep(2_000);
    const spread = [await second.handled(), await third.handled()];
    const ends = [await end(second.child), await end(third.child)];
    await sleep(1_000);
    clearInterval(ask);
    const statuses = await Promise.all(answers);
    expect(spread.every((handled) => handled > 0)).toBe(true);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect([...new Set(statuses)].toSorted()).toEqual([200, 201]);
  }, 60_000);

  it('end within 25 s of SIGTERM though a handler hangs; what it held is done once by another', async () => {
    const { child, handled } = await another();
    for (let before = 0; before === 0; before = await handled()) await admin.call(republishFacts, NO_SPAN);
    const database = new pg.Client({ connectionString: testDatabaseUrl() });
    await database.connect();
    const keys = Array.from({ length: 24 }, () => crypto.randomUUID());
    await database.query('BEGIN');
    await database.query('LOCK TABLE approvals.republication IN ACCESS EXCLUSIVE MODE');
    const calls = keys.map((idempotencyKey) => admin.call(republishFacts, NO_SPAN, { idempotencyKey }));
    await sleep(500);
    const { code, seconds } = await end(child);
    await database.query('ROLLBACK');
    expect({ code, inTime: seconds < 26 }).toEqual({ code: 1, inTime: true });
    const ids = (await Promise.all(calls)).map(({ id }) => id);
    const audited = await database.query<{ n: number }>(
      'SELECT count(*)::integer AS n FROM approvals.audit_record WHERE message_id = ANY ($1)',
      [ids],
    );
    await database.end();
    expect([new Set(ids).size, audited.rows[0]?.n]).toEqual([keys.length, keys.length]);
    expect(await admin.call(listProjections, {})).toMatchObject({ items: [{ name: 'case_scope' }] });
  }, 90_000);
});
