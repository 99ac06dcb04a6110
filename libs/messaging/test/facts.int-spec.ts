import { randomUUID } from 'node:crypto';
import type { Message, Producer, ProducerBatch } from 'kafkajs';
import { pino } from 'pino';
import { unitEvents } from '#libs/contracts/facts.js';
import { PLATFORM, actorOf } from '#libs/identity/principal.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import { Operations } from '#libs/testing/operations.js';
import { WorkContext, factValue } from '../context.js';
import type { OutboxRow } from '../context.js';
import { FactConsumer } from '../facts.js';
import { BatchingProducer } from '../producer.js';
import { Relay } from '../relay.js';
import { CrateModule, UnitCopy, clerk, crateData, putCrate } from './box.fixture.js';

const log = pino({ level: 'silent' });
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let left = 200; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it never came to that');
};

let app: Operations;
const rows = (sql: string, ...args: unknown[]): Promise<Record<string, unknown>[]> => app.source.query(sql, args);
beforeAll(async () => {
  app = await Operations.start(crateData, CrateModule);
});
afterAll(() => app.stop());

describe('a fact of another service', () => {
  let offset = 0;
  const record = (value: unknown) => {
    offset += 1;
    return {
      topic: unitEvents.topic,
      partition: 0,
      record: { key: null, value: Buffer.from(JSON.stringify(value)), offset: String(offset) },
    };
  };
  const fact = (unitId: string, uscc = 'x', id = randomUUID()) =>
    factValue(
      unitEvents,
      'registered',
      { unitId, name: 'n', uscc },
      { id, time: new Date(), actor: actorOf(clerk), correlationId: 'c' },
    );
  const copyOf = async (id: string) => (await app.source.manager.findOneBy(UnitCopy, { id }))?.name;
  const deadReason = async (at: { record: { offset: string } }) => {
    const [dead] = await rows('SELECT reason FROM dead_record WHERE record_offset = $1', at.record.offset);
    return dead?.['reason'];
  };
  const consumer = (): FactConsumer => {
    const handle = async (told: { data: unknown }, context: WorkContext) => {
      const data = told.data as { unitId: string; name: string; uscc: string };
      const copy =
        (await context.lock(UnitCopy, { id: data.unitId })) ?? context.add(UnitCopy, { id: data.unitId, name: '' });
      copy.name += data.name;
      await context.flush();
      if (data.uscc === 'poison') throw new Error('cannot be handled');
    };
    const schema = unitEvents.types.registered;
    return new FactConsumer(
      app.source,
      new Map([['unit.registered', { schema, handle, projections: [] }]]),
      log,
      () => undefined,
    );
  };
  const never = (): boolean => false;

  it('takes effect once, however often and from whatever offset it comes', async () => {
    const unitId = randomUUID();
    const told = fact(unitId);
    const subject = consumer();
    for (let time = 1; time <= 3; time += 1) expect(await subject.consume(record(told), never)).toBe(true);
    expect(await Promise.all([subject.consume(record(told), never), subject.consume(record(told), never)])).toEqual([
      true,
      true,
    ]);
    expect(await copyOf(unitId)).toBe('n');
  });

  it('is buried with its reason when the handler keeps failing; its effect is undone and others go on meanwhile', async () => {
    const [poisoned, sound] = [randomUUID(), randomUUID()];
    const poison = record(fact(poisoned, 'poison'));
    const subject = consumer();
    // Five attempts are behind it, as after as many restarts.
    await rows(
      "INSERT INTO inbox (event_id, type, attempts) VALUES ($1, 'unit.registered', 4)",
      (JSON.parse(String(poison.record.value)) as { id: string }).id,
    );
    const burying = subject.consume(poison, never);
    expect(await subject.consume(record(fact(sound)), never)).toBe(true);
    expect(await copyOf(sound)).toBe('n');
    expect(await deadReason(poison)).toBeUndefined();
    expect(await burying).toBe(true);
    expect(await deadReason(poison)).toBe('unit.registered: Error: cannot be handled');
    expect(await copyOf(poisoned)).toBeUndefined();
  }, 20_000);

  it('is buried at once when it killed the process as often as it may', async () => {
    const told = fact(randomUUID());
    await rows("INSERT INTO inbox (event_id, type, attempts) VALUES ($1, 'unit.registered', 6)", told.id);
    const at = record(told);
    expect(await consumer().consume(at, never)).toBe(true);
    expect(await deadReason(at)).toMatch(/^unit\.registered: 6次处理均未成功/);
  });

  it.each([
    ['data of another shape', { ...fact(randomUUID()), data: { unitId: 1 } }, /^unit\.registered: .*unitId/s],
    ['no CloudEvent', { hello: 'world' }, /^不是一条事实/],
    ['no JSON object', 'text', /^不是一条事实/],
  ])('is buried with its reason when it is %s', async (_, value, reason) => {
    const at = record(value);
    expect(await consumer().consume(at, never)).toBe(true);
    expect(await deadReason(at)).toMatch(reason);
  });

  it('is passed over when nobody here follows its type', async () => {
    const at = record({ ...fact(randomUUID()), type: 'unit.unheard-of' });
    expect(await consumer().consume(at, never)).toBe(true);
    expect(await deadReason(at)).toBeUndefined();
  });

  it('gives what two services publish because of it different ids', async () => {
    const messageId = randomUUID();
    const given = {
      messageId,
      operation: 'x',
      principal: PLATFORM,
      now: new Date(),
      correlationId: 'c',
      ip: null,
      expectedVersion: null,
    };
    const published: OutboxRow[] = [];
    for (const topic of ['unit.events.v1', 'agent.events.v1']) {
      const context = new WorkContext(app.source.manager, given);
      context.publish({ ...unitEvents, topic }, 'registered', { unitId: randomUUID(), name: 'n', uscc: 'x' });
      published.push(...context.close().facts);
    }
    expect(new Set(published.map(({ eventId }) => eventId)).size).toBe(2);
  });
});

describe('the relay', () => {
  const sent: string[] = [];
  let failing = false;
  const kafka = {
    connect: () => Promise.resolve(),
    sendBatch: async ({ topicMessages = [] }: ProducerBatch) => {
      await Promise.resolve();
      if (failing) throw new Error('broker away');
      const say = ({ value }: Message) => (JSON.parse(String(value)) as { data: { name: string } }).data.name;
      sent.push(...topicMessages.flatMap(({ messages }) => messages.map(say)));
    },
  } as unknown as Producer;
  const newRelay = (): Relay => new Relay(app.source, new BatchingProducer(kafka), '', log);
  const unpublished = async () => (await rows('SELECT 1 FROM outbox WHERE published_at IS NULL')).length;

  beforeEach(async () => {
    await rows('UPDATE outbox SET published_at = now() WHERE published_at IS NULL');
    sent.length = 0;
    failing = false;
  });

  it('carries facts in the order of their commits to each aggregate and marks them', async () => {
    const relay = newRelay();
    relay.start();
    const labels = Array.from({ length: 20 }, (_, index) => `f${index}`);
    for (const label of labels) await app.run(putCrate, { label }, clerk);
    relay.nudge();
    await until(async () => (await unpublished()) === 0);
    await relay.stop();
    expect(sent).toEqual(labels);
  });

  it('carries a late commit that has a lower number', async () => {
    const relay = newRelay();
    const value = (name: string) =>
      JSON.stringify(
        factValue(
          unitEvents,
          'registered',
          { unitId: randomUUID(), name, uscc: 'x' },
          { id: randomUUID(), time: new Date(), actor: actorOf(PLATFORM), correlationId: 'c' },
        ),
      );
    const insert = 'INSERT INTO outbox (event_id, topic, key, value) VALUES ($1, $2, $3, $4)';
    relay.start();
    await inTransaction(app.source, async (em) => {
      await em.query(insert, [randomUUID(), unitEvents.topic, 'k', value('late')]);
      await app.run(putCrate, { label: 'early' }, clerk);
      relay.nudge();
      await until(() => sent.includes('early'));
    });
    relay.nudge();
    await until(() => sent.includes('late'));
    await relay.stop();
    expect(sent).toEqual(['early', 'late']);
  });

  it('leaves what could not be sent, and carries it in order when the broker is back', async () => {
    failing = true;
    const relay = newRelay();
    relay.start();
    for (const label of ['one', 'two']) await app.run(putCrate, { label }, clerk);
    relay.nudge();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await unpublished()).toBe(2);
    failing = false;
    await until(async () => (await unpublished()) === 0);
    await relay.stop();
    expect(sent).toEqual(['one', 'two']);
  });

  it('has one leader; when that one stops, the other leads', async () => {
    const [first, second] = [newRelay(), newRelay()];
    first.start();
    await until(() => first.leading);
    second.start();
    await app.run(putCrate, { label: 'led' }, clerk);
    first.nudge();
    second.nudge();
    await until(() => sent.includes('led'));
    expect([first.leading, second.leading]).toEqual([true, false]);
    await first.stop();
    second.nudge();
    await until(() => second.leading);
    await second.stop();
    expect(sent).toEqual(['led']);
  });
});
