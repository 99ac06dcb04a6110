import { Controller, Module } from '@nestjs/common';
import { Column, Entity } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { command } from '#libs/contracts/define.js';
import type { Fact, Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { unitEvents } from '#libs/contracts/facts.js';
import { Id, Version } from '#libs/contracts/values.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { CopyRow, Row } from '#libs/persistence/row.js';
import type { WorkContext } from '../context.js';
import { Handle, OnFact } from '../handlers.js';
import { messagingTables } from '../schema.js';

// The smallest service there can be: crates with a secret, copies of units, and a handler that can be told to misbehave.

@Entity('crate')
export class Crate extends Row {
  @Column('text')
  label: string;

  @Column('integer')
  opened: number;

  @Column('text', { comment: 'secret' })
  code: string;

  @Column('jsonb', { nullable: true })
  notes: string[] | null;
}

@Entity('unit_copy')
export class UnitCopy extends CopyRow {
  @Column('text')
  name: string;
}

class CreateCrate1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE crate (id uuid PRIMARY KEY, version integer NOT NULL, label text NOT NULL, opened integer NOT NULL, code text NOT NULL, notes jsonb)',
    );
    await runner.query('CREATE TABLE unit_copy (id uuid PRIMARY KEY, version integer NOT NULL, name text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_copy');
    await runner.query('DROP TABLE crate');
  }
}

const common = { http: null, title: ['箱', 'crate'] as const, permission: 'signed-in' as const, errors: [] };
const output = z.object({ id: Id, opened: z.int(), version: Version });
const example = { id: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' };

export const putCrate = command('projects.put-crate', {
  ...common,
  key: 'new',
  input: z.object({ label: z.string(), id: Id.optional() }),
  output,
  example: { label: 'a' },
});
export const openCrate = command('projects.open-crate', {
  ...common,
  key: 'id',
  input: z.object({
    id: Id,
    times: z.int().default(1),
    then: z.enum(['done', 'refuse', 'break', 'twice']).default('done'),
  }),
  output,
  example,
});
export const openBoth = command('projects.open-both', {
  ...common,
  key: 'id',
  input: z.object({ id: Id, other: Id }),
  output,
  example: { ...example, other: example.id },
});
export const seeUnit = command('projects.see-unit', {
  ...common,
  key: 'id',
  input: z.object({ id: Id }),
  output: z.object({ id: Id }),
  example,
});

/** Awaited by `openCrate` and `openBoth` after their first lock: a test puts its disturbance here. */
export const disturbance: { then: (context: WorkContext) => Promise<void> } = { then: () => Promise.resolve() };

@Controller()
class Crates {
  @Handle(putCrate)
  async put({ label, id }: Input<typeof putCrate>, context: WorkContext) {
    const crate = context.add(Crate, { ...(id ? { id } : {}), label, opened: 0, code: 'sesame', notes: null });
    await context.flush();
    context.publish(unitEvents, 'registered', { unitId: crate.id, name: label, uscc: 'x' });
    return crate;
  }

  @Handle(openCrate)
  async open({ id, times, then }: Input<typeof openCrate>, context: WorkContext) {
    const crate = await context.lock(Crate, { id });
    if (!crate) throw fail('not_found');
    crate.opened += times;
    await disturbance.then(context);
    await context.flush();
    if (then === 'refuse') throw fail('conflict', { reason: 'worn out' });
    if (then === 'break') throw new Error('a fault of the code');
    const { opened, version } = crate;
    if (then === 'twice') crate.opened += 1;
    return { id, opened, version };
  }

  @Handle(openBoth)
  async openBoth({ id, other }: Input<typeof openBoth>, context: WorkContext) {
    const first = await context.lock(Crate, { id });
    await disturbance.then(context);
    const second = await context.lock(Crate, { id: other });
    if (!first || !second) throw fail('not_found');
    first.opened += 1;
    second.opened += 1;
    await context.flush();
    return first;
  }

  @Handle(seeUnit)
  async see({ id }: Input<typeof seeUnit>, context: WorkContext) {
    if (!(await context.lock(UnitCopy, { id }))) context.add(UnitCopy, { id, name: 'seen' });
    await disturbance.then(context);
    return { id };
  }

  @OnFact(unitEvents, 'registered')
  async follow({ data }: Fact<typeof unitEvents, 'registered'>, context: WorkContext): Promise<void> {
    const copy =
      (await context.lock(UnitCopy, { id: data.unitId })) ?? context.add(UnitCopy, { id: data.unitId, name: '' });
    copy.name += data.name;
    if (data.uscc === 'poison') throw new Error('cannot be handled');
  }
}

@Module({ controllers: [Crates] })
export class CrateModule {}

export const crateData: ServiceData = {
  service: 'projects',
  entities: [Crate, UnitCopy],
  migrations: [...messagingTables('projects'), CreateCrate1700000000002],
};

export const clerk: Principal = { ...PLATFORM, accountId: 'a1', kind: 'agent', name: '王明' };
