import { Controller, Module } from '@nestjs/common';
import { Column, Entity, Index } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { command, query } from '#libs/contracts/define.js';
import type { Fact, Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { unitEvents } from '#libs/contracts/facts.js';
import { Id, Version } from '#libs/contracts/values.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { Row } from '#libs/persistence/row.js';
import { Operations } from '#libs/testing/operations.js';
import type { QueryContext, WorkContext } from '../context.js';
import { Handle, OnFact } from '../handlers.js';
import { messagingTables } from '../schema.js';

const Box = z.object({ id: Id, label: z.string(), opened: z.int(), version: Version });
const declared = { http: null, title: ['盒', 'box'] as const, output: Box, errors: [] };
const putBox = command('projects.put-box', {
  ...declared,
  key: 'new',
  permission: 'signed-in',
  input: z.object({ label: z.string().min(1) }),
  example: { label: 'a' },
});
const openBox = command('projects.open-box', {
  ...declared,
  key: 'id',
  permission: 'signed-in',
  input: z.object({ id: Id, times: z.int().default(1) }),
  example: { id: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});
const getBox = query('projects.get-box', {
  ...declared,
  permission: 'signed-in',
  input: z.object({ id: Id }),
  example: { id: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f' },
});

@Entity('box')
class BoxRow extends Row {
  @Index('uq_box_label', { unique: true })
  @Column('text')
  label: string;

  @Column('integer')
  opened: number;
}

class CreateBox1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE box (id uuid PRIMARY KEY, version integer NOT NULL, label text NOT NULL, opened integer NOT NULL)',
    );
    await runner.query('CREATE UNIQUE INDEX uq_box_label ON box (label)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE box');
  }
}

@Controller()
class Boxes {
  @Handle(putBox)
  async put({ label }: Input<typeof putBox>, context: WorkContext) {
    context.onConflict('uq_box_label', fail('conflict', { reason: label }));
    const box = context.add(BoxRow, { label, opened: 0 });
    context.publish(unitEvents, 'registered', { unitId: box.id, name: label, uscc: 'x' });
    return Promise.resolve(box);
  }

  @Handle(openBox)
  async open({ id, times }: Input<typeof openBox>, context: WorkContext) {
    const box = await context.lock(BoxRow, { id });
    if (!box) throw fail('not_found');
    context.expectVersion(box);
    box.opened += times;
    await context.flush();
    if (box.opened > 5) throw fail('conflict', { reason: 'worn out' });
    return box;
  }

  @Handle(getBox)
  async get({ id }: Input<typeof getBox>, { em }: QueryContext) {
    const box = await em.findOneBy(BoxRow, { id });
    if (!box) throw fail('not_found');
    return box;
  }

  @OnFact(unitEvents, 'registered')
  async follow({ data }: Fact<typeof unitEvents, 'registered'>, context: WorkContext): Promise<void> {
    if (data.uscc === 'poison') throw new Error('cannot be handled');
    const box = await context.lock(BoxRow, { id: data.unitId });
    if (box) box.opened += 1;
  }
}

@Module({ controllers: [Boxes] })
class BoxModule {}

const clerk: Principal = { ...PLATFORM, accountId: 'a1', kind: 'agent', name: '王明' };

describe('the way of a command through one service', () => {
  let app: Operations;
  beforeAll(async () => {
    const migrations = [...messagingTables('projects'), CreateBox1700000000001];
    app = await Operations.start({ service: 'projects', entities: [BoxRow], migrations }, BoxModule);
  });
  afterAll(() => app.stop());

  it('commits row, fact, audit and answer together', async () => {
    const box = await app.run(putBox, { label: 'first' }, clerk);
    expect(await app.run(getBox, { id: box.id }, clerk)).toEqual({ id: box.id, label: 'first', opened: 0, version: 1 });
    const [fact] = await app.published(unitEvents);
    expect(fact).toMatchObject({ type: 'unit.registered', subject: box.id, actor: { name: '王明' } });
    const audit = await app.source.query('SELECT before, after, actor FROM audit_record WHERE entity_id = $1', [
      box.id,
    ]);
    expect(audit).toEqual([
      { before: null, after: { id: box.id, label: 'first', opened: 0, version: 1 }, actor: '王明' },
    ]);
  });

  it('answers a repeat with the stored answer and changes nothing', async () => {
    const box = await app.run(putBox, { label: 'repeat' }, clerk);
    const key = '11111111-1111-4111-8111-111111111111';
    const [first, second] = await Promise.all([
      app.run(openBox, { id: box.id }, clerk, { idempotencyKey: key }),
      app.run(openBox, { id: box.id }, clerk, { idempotencyKey: key }),
    ]);
    expect(first).toEqual(second);
    expect(first.opened).toBe(1);
    await expect(app.run(openBox, { id: box.id, times: 2 }, clerk, { idempotencyKey: key })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('stores a refusal, so that a redelivery never succeeds after it', async () => {
    const box = await app.run(putBox, { label: 'worn' }, clerk);
    const key = '22222222-2222-4222-8222-222222222222';
    await expect(app.run(openBox, { id: box.id, times: 6 }, clerk, { idempotencyKey: key })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(app.run(openBox, { id: box.id, times: 6 }, clerk, { idempotencyKey: key })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await app.run(getBox, { id: box.id }, clerk)).toMatchObject({ opened: 0, version: 1 });
  });

  it('serves five changes of one row at the same moment, none refused and none lost', async () => {
    const box = await app.run(putBox, { label: 'busy' }, clerk);
    await Promise.all(Array.from({ length: 5 }, () => app.run(openBox, { id: box.id }, clerk)));
    expect(await app.run(getBox, { id: box.id }, clerk)).toMatchObject({ opened: 5, version: 6 });
  });

  it('turns a violated unique index into the refusal the handler named, and a stale version into 412', async () => {
    const box = await app.run(putBox, { label: 'unique' }, clerk);
    await expect(app.run(putBox, { label: 'unique' }, clerk)).rejects.toMatchObject({ code: 'conflict' });
    await expect(app.run(openBox, { id: box.id }, clerk, { expectedVersion: 7 })).rejects.toMatchObject({
      code: 'stale_version',
    });
  });

  it('refuses who is nobody and what is malformed', async () => {
    await expect(app.run(putBox, { label: 'x' }, PLATFORM)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(putBox, { label: '' }, clerk)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('applies a fact once, and buries one that cannot be handled with its reason', async () => {
    const box = await app.run(putBox, { label: 'fact' }, clerk);
    await app.fact(unitEvents, 'registered', { unitId: box.id, name: 'x', uscc: 'y' });
    expect(await app.run(getBox, { id: box.id }, clerk)).toMatchObject({ opened: 1 });
  });
});
