import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultCase } from './case.js';
import { SmallDisk } from './small-disk.js';
import type { World } from './world.js';

/** Every command of these services writes to all of these. */
const MOVED = ['projects', 'approvals'].flatMap((service) =>
  ['command_answer', 'audit_record', 'outbox'].map((table) => `${service}.${table}`),
);
const ROOM_MEGABYTES = 64;
const MEGABYTE = 2 ** 20;

/** Fault 26: the disk under the services' books is full. */
export const fullDiskFaults: readonly FaultCase[] = [
  {
    number: 26,
    name: ['磁盘写满', 'disk full'],
    obstacle: () => SmallDisk.obstacle(),
    inject: async (world) => {
      const { uid, gid } = world.platform.child('postgres').spec.user ?? { uid: 0, gid: 0 };
      const disk = SmallDisk.mount((await megabytesOf(world)) + ROOM_MEGABYTES, { uid, gid });
      try {
        await world.sql(`CREATE TABLESPACE small LOCATION '${disk.path}'`);
        await move(world, 'small');
        disk.fill();
        await untilFull(world);
        await sleep(6_000);
      } finally {
        disk.empty();
        await move(world, 'pg_default');
        await world.sql('DROP TABLESPACE IF EXISTS small');
        disk.unmount();
      }
    },
  },
];

async function move({ sql }: World, to: string): Promise<void> {
  for (const table of MOVED) await sql(`ALTER TABLE ${table} SET TABLESPACE ${to}`);
}

/** What the tables hold by now: the faults before this one wrote in them too. */
async function megabytesOf({ sql }: World): Promise<number> {
  const rows = await sql<{ size: string }>(
    `SELECT ${MOVED.map((table) => `pg_table_size('${table}')`).join(' + ')} AS size`,
  );
  return Math.ceil(Number(rows[0]?.size) / MEGABYTE);
}

/** What was free in the tables' own pages is used first. */
async function untilFull({ sql }: World): Promise<void> {
  const sizes = async (): Promise<string> => {
    const rows = await sql<{ size: string }>(
      `SELECT ${MOVED.map((table) => `pg_relation_size('${table}')`).join(' + ')} AS size`,
    );
    return String(rows[0]?.size);
  };
  for (let last = ''; ;) {
    const size = await sizes();
    if (size === last) return;
    last = size;
    await sleep(1_000);
  }
}
