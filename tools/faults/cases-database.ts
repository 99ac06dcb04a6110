import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../platform/sql.js';
import type { FaultCase } from './case.js';
import { during } from './during.js';
import { PostgresProxy } from './postgres-proxy.js';
import type { Strike } from './postgres-proxy.js';
import type { World } from './world.js';

const SERVICE_ROLES = `usename LIKE '%\\_app'`;

/** Faults 21–25 and 27: the database dies, forgets its clients, or cannot serve them. */
export const databaseFaults: readonly FaultCase[] = [
  {
    number: 21,
    name: ['kill -9 数据库主进程', 'PostgreSQL killed'],
    short: true,
    inject: async ({ platform, sql }) => {
      const times = 2;
      for (let time = 0; time < times; time += 1) {
        platform.kill('postgres');
        await sleep(6_000);
      }
      await sql('SELECT 1');
      return times;
    },
  },
  {
    number: 22,
    name: ['每秒随机断开会话', 'sessions terminated at random'],
    inject: ({ sql }) =>
      during(10_000, 1_000, async () => {
        const ended = await sql(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${SERVICE_ROLES} AND random() < 0.5`,
        );
        return ended.length;
      }),
  },
  {
    number: 23,
    name: ['COMMIT 未到即断', 'connection cut before the COMMIT arrives'],
    inject: (world) => strikeCommits(world, ({ random }) => (random.next() < 0.15 ? 'lose' : null)),
  },
  {
    number: 23,
    name: ['COMMIT 已成、答复未回即断', 'connection cut after the COMMIT, before its answer'],
    inject: (world) => strikeCommits(world, ({ random }) => (random.next() < 0.15 ? 'silence' : null)),
  },
  {
    number: 24,
    name: ['连接池耗尽', 'every connection waits for a lock'],
    inject: async ({ platform }) => {
      const tables = ['projects', 'agents', 'approvals', 'notify'].map((service) => `${service}.command_answer`);
      await withClient(String(platform.databaseUrl), async (client) => {
        await client.query('BEGIN');
        await client.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
        await sleep(8_000);
        await client.query('ROLLBACK');
      });
    },
  },
  {
    number: 24,
    name: ['数据库拒绝新连接', 'the server has no connection left for a service'],
    inject: async ({ sql }) => {
      await sql('ALTER ROLE projects_app CONNECTION LIMIT 2');
      await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'projects_app'`);
      await sleep(8_000);
      await sql('ALTER ROLE projects_app CONNECTION LIMIT -1');
    },
  },
  {
    number: 25,
    name: ['死锁', 'deadlocks'],
    inject: ({ platform }) => during(10_000, 500, () => crossLocks(String(platform.databaseUrl))),
  },
  {
    number: 25,
    name: ['可串行化冲突', 'serialization failures'],
    inject: async (world) => {
      await isolate(world, "SET default_transaction_isolation = 'serializable'");
      await sleep(8_000);
      await isolate(world, 'RESET default_transaction_isolation');
    },
  },
  {
    number: 27,
    name: ['发件箱小号晚提交', 'late commits with lower outbox numbers'],
    inject: async (world) => {
      const since = await world.store.mark();
      await strikeCommits(world, ({ random }) => (random.next() < 0.1 ? 1_500 : null));
      const [overtaken] = await world.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM projects.outbox a
         WHERE seq > $1 AND EXISTS (SELECT FROM projects.outbox b WHERE b.seq > a.seq AND b.published_at < a.published_at)`,
        [since.numbers['projects.outbox'] ?? 0],
      );
      if (!overtaken?.count) throw new Error('no row was published after one with a higher number: nothing was tried');
      return overtaken.count;
    },
  },
];

/** Leads one service through a proxy of its own for 8 s, while `decide` says what becomes of each of its COMMITs. */
async function strikeCommits(world: World, decide: (world: World) => Strike | null): Promise<number> {
  const { platform } = world;
  const service = platform.child('projects');
  const url = String(service.spec.env?.['DATABASE_URL']);
  const proxy = await PostgresProxy.before(url);
  try {
    await service.halt();
    service.resume({ DATABASE_URL: proxy.through(url) });
    await platform.ready('projects');
    proxy.strike = () => decide(world);
    await sleep(8_000);
    proxy.strike = () => null;
    await service.halt();
    service.resume();
    await platform.ready('projects');
  } finally {
    await proxy.close();
  }
  if (proxy.struck === 0) throw new Error(`${proxy.seen} COMMITs were seen and none was struck: nothing was tried`);
  return proxy.struck;
}

/** Takes two tables in the order in which no command takes them; the server breaks the knot in favour of this session. */
async function crossLocks(url: string): Promise<number> {
  return await withClient(url, async (client) => {
    const deaths = async (): Promise<number> => {
      const { rows } = await client.query<{ deadlocks: number }>(
        'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
      );
      return rows[0]?.deadlocks ?? 0;
    };
    const before = await deaths();
    await client.query("SET deadlock_timeout = '1min'");
    await client.query('BEGIN');
    await client.query('LOCK TABLE projects.outbox IN SHARE MODE');
    await sleep(300);
    await client.query('LOCK TABLE projects.command_answer IN SHARE MODE');
    await client.query('ROLLBACK');
    return (await deaths()) - before;
  });
}

/** For every session of the services from now on; those there are begin anew. */
async function isolate({ sql }: World, setting: string): Promise<void> {
  for (const service of ['projects', 'agents', 'approvals', 'notify'])
    await sql(`ALTER ROLE ${service}_app ${setting}`);
  await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${SERVICE_ROLES}`);
}
