import { randomUUID } from 'node:crypto';
import type { Message, Producer, ProducerBatch } from 'kafkajs';
import { pino } from 'pino';
import { unitEvents } from '#libs/contracts/facts.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations, told } from '#libs/testing/operations.js';
import type { Told } from '#libs/testing/operations.js';
import type { WorkContext } from '../context.js';
import { FactConsumer } from '../facts.js';
import { BatchingProducer } from '../producer.js';
import { Redriver } from '../redriver.js';
import { Relay } from '../relay.js';
import { CrateModule, UnitCopy, clerk, crateData, putCrate } from './box.fixture.js';

const log = pino({ level: 'silent' });
const operator: Principal = {
  ...PLATFORM,
  accountId: 'op',
  kind: 'administrator',
  name: '运维',
  roles: ['administrator'],
};
const { listDeadRecords, showDeadRecord, redriveDeadRecord, discardDeadRecord, republishFacts, rebuildProjection } =
  OPERATOR.projects;
const never = (): boolean => false;

let app: Operations;
const rows = (sql: string, ...args: unknown[]): Promise<Record<string, unknown>[]> => app.source.query(sql, args);
beforeAll(async () => {
  app = await Operations.start(crateData, CrateModule);
});
afterAll(() => app.stop());

describe('a dead record', () => {
  let broken: Set<string>;
  let offset = 0;
  let consumer: FactConsumer;
  let redriver: Redriver;
  beforeEach(() => {
    broken = new Set();
    const handle = async ({ data }: { data: unknown }, context: WorkContext): Promise<void> => {
      const { unitId: id, name } = data as { unitId: string; name: string };
      const copy = (await context.lock(UnitCopy, { id })) ?? context.add(UnitCopy, { id, name: '' });
      copy.name += name;
      await context.flush();
      if (broken.has(name)) throw new Error('cannot be handled');
    };
    const schema = unitEvents.types.registered;
    const handlers = new Map([['unit.registered', { schema, handle, projections: [] }]]);
    consumer = new FactConsumer(app.source, handlers, log, () => undefined);
    redriver = new Redriver(app.source, consumer, log);
  });
  afterEach(() => rows('DELETE FROM dead_record'));

  const aFact = (unitId: string, name: string): Told => told(unitEvents, 'registered', { unitId, name, uscc: 'x' });
  const at = ({ topic, value }: Told) => {
    offset += 1;
    const record = {
      key: Buffer.from(value.subject),
      value: Buffer.from(JSON.stringify(value)),
      offset: String(offset),
    };
    return { topic, partition: 0, record };
  };
  /** Its last attempt is the next one, so that no test waits out the back-off. */
  const worn = ({ value }: Told) =>
    rows("INSERT INTO inbox (event_id, type, attempts) VALUES ($1, 'unit.registered', 5)", value.id);
  const nameOf = async (id: string) => (await app.source.manager.findOneBy(UnitCopy, { id }))?.name;
  const open = async () => (await app.run(listDeadRecords, {}, operator)).items;
  /** Three facts of one unit of which the first dies, and what became of them. */
  const threeOfWhichTheFirstDies = async () => {
    const unitId = randomUUID();
    const facts = [aFact(unitId, 'a'), aFact(unitId, 'b'), aFact(unitId, 'c')];
    broken.add('a');
    for (const fact of facts.slice(0, 1)) await worn(fact);
    for (const fact of facts) expect(await consumer.consume(at(fact), never)).toBe(true);
    return { unitId, facts, dead: await open() };
  };
  const drive = async () => {
    while (await redriver.next());
  };

  it('holds up the later facts of its own aggregate, and nobody else', async () => {
    const { unitId, dead } = await threeOfWhichTheFirstDies();
    const [first] = dead;
    expect(dead.map(({ state, reason }) => [state, reason])).toEqual([
      ['dead', 'unit.registered: Error: cannot be handled'],
      ['waiting', `排在第 ${first?.number} 号之后`],
      ['waiting', `排在第 ${first?.number} 号之后`],
    ]);
    expect(dead.map(({ attempts }) => attempts)).toEqual([6, 0, 0]);
    expect(await nameOf(unitId)).toBeUndefined();
    const another = randomUUID();
    await consumer.consume(at(aFact(another, 'x')), never);
    expect(await nameOf(another)).toBe('x');
    expect(await rows('SELECT 1 FROM inbox WHERE done_at IS NULL')).toEqual([]);
  });

  it('is not kept twice when it or one behind it comes again, and what was done before it stays done', async () => {
    const unitId = randomUUID();
    const before = aFact(unitId, 'before');
    await consumer.consume(at(before), never);
    const [poison, next] = [aFact(unitId, 'a'), aFact(unitId, 'b')];
    broken.add('a');
    await worn(poison);
    for (const fact of [poison, next, before, poison, next]) await consumer.consume(at(fact), never);
    expect((await open()).map(({ factId }) => factId)).toEqual([poison.value.id, next.value.id]);
    expect(await nameOf(unitId)).toBe('before');
  });

  it('is handled again when it is redriven, once, and those behind it follow in their order', async () => {
    const { unitId, facts, dead } = await threeOfWhichTheFirstDies();
    broken.clear();
    const id = String(dead[0]?.id);
    expect(await app.run(redriveDeadRecord, { id }, operator)).toMatchObject({ state: 'redriven' });
    await Promise.all([drive(), new Redriver(app.source, consumer, log).next()]);
    await drive();
    expect(await nameOf(unitId)).toBe('abc');
    expect(await open()).toEqual([]);
    expect(await app.run(redriveDeadRecord, { id }, operator)).toMatchObject({ state: 'applied' });
    await drive();
    for (const fact of [...facts, aFact(unitId, 'd')]) await consumer.consume(at(fact), never);
    expect(await nameOf(unitId)).toBe('abcd');
  });

  it('is dead again with a new count when it still cannot be handled; the rest still waits', async () => {
    const { dead } = await threeOfWhichTheFirstDies();
    const [first] = dead;
    await app.run(redriveDeadRecord, { id: String(first?.id) }, operator);
    await rows("INSERT INTO inbox (event_id, type, attempts) VALUES ($1, 'unit.registered', 5)", first?.factId);
    await drive();
    expect((await open()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['dead', 6],
      ['waiting', 0],
      ['waiting', 0],
    ]);
    expect(await rows('SELECT 1 FROM inbox WHERE done_at IS NULL')).toEqual([]);
  });

  it('lets those behind it go on when it is discarded, and is never handled again, from wherever it comes', async () => {
    const { unitId, facts, dead } = await threeOfWhichTheFirstDies();
    broken.clear();
    const id = String(dead[0]?.id);
    await expect(app.run(discardDeadRecord, { id, reason: ' ' }, operator)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await app.run(discardDeadRecord, { id, reason: '业务上已更正' }, operator);
    await drive();
    for (const fact of facts) await consumer.consume(at(fact), never);
    expect(await nameOf(unitId)).toBe('bc');
    expect(await app.run(showDeadRecord, { id }, operator)).toMatchObject({
      state: 'discarded',
      resolution: '业务上已更正',
    });
    expect(
      await rows(
        "SELECT operation, actor, after FROM audit_record WHERE entity = 'dead_record' AND entity_id = $1",
        id,
      ),
    ).toEqual([
      {
        operation: 'projects.discard-dead-record',
        actor: '运维',
        after: { state: 'discarded', resolution: '业务上已更正' },
      },
    ]);
  });

  it('that waits cannot be redriven out of its turn, but can be discarded', async () => {
    const { unitId, dead } = await threeOfWhichTheFirstDies();
    const [first, second] = dead;
    await expect(app.run(redriveDeadRecord, { id: String(second?.id) }, operator)).rejects.toMatchObject({
      code: 'dead_record_waits',
      params: { number: first?.number },
    });
    await app.run(discardDeadRecord, { id: String(second?.id), reason: '不要' }, operator);
    await drive();
    expect(await nameOf(unitId)).toBeUndefined();
    broken.clear();
    await app.run(redriveDeadRecord, { id: String(first?.id) }, operator);
    await drive();
    expect(await nameOf(unitId)).toBe('ac');
  });

  it('that is no fact holds nobody up, is shown with what it is made of, and can only be discarded', async () => {
    const unitId = randomUUID();
    const value = Buffer.from([0x00, 0xff, 0x7b]);
    const headers = { trace: Buffer.from('a\u0000') };
    const record = { key: Buffer.from(unitId), value, headers, offset: '1000000' };
    await consumer.consume({ topic: unitEvents.topic, partition: 0, record }, never);
    await consumer.consume(at(aFact(unitId, 'sound')), never);
    expect(await nameOf(unitId)).toBe('sound');
    const [dead] = await open();
    const id = String(dead?.id);
    expect(await app.run(showDeadRecord, { id }, operator)).toMatchObject({
      key: unitId,
      fact: null,
      headers: { trace: 'a\\u{0}' },
      value: '\\x00\\xff{',
    });
    await expect(app.run(redriveDeadRecord, { id }, operator)).rejects.toMatchObject({
      code: 'dead_record_unreadable',
    });
    expect(await app.run(discardDeadRecord, { id, reason: '乱码' }, operator)).toMatchObject({ state: 'discarded' });
  });

  it('is the administrator’s business alone, and unknown when there is none of that id', async () => {
    const id = randomUUID();
    await expect(app.run(listDeadRecords, {}, clerk)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(discardDeadRecord, { id, reason: 'x' }, clerk)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(redriveDeadRecord, { id }, operator)).rejects.toMatchObject({ code: 'not_found' });
    await expect(app.run(showDeadRecord, { id }, operator)).rejects.toMatchObject({ code: 'not_found' });
    await expect(app.run(rebuildProjection, { name: 'nothing' }, operator)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a republication', () => {
  const sent: { name: string; projections: string | undefined }[] = [];
  const kafka = {
    sendBatch: async ({ topicMessages = [] }: ProducerBatch) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const say = ({ value, headers }: Message) => ({
        name: (JSON.parse(String(value)) as { data: { name: string } }).data.name,
        projections: headers?.['projections']?.toString(),
      });
      sent.push(...topicMessages.flatMap(({ messages }) => messages.map(say)));
    },
  } as unknown as Producer;
  const settled = async (): Promise<void> => {
    for (let left = 200; left > 0; left -= 1) {
      const [row] = await rows(
        'SELECT (SELECT count(*) FROM outbox WHERE published_at IS NULL) + (SELECT count(*) FROM republication) AS open',
      );
      if (row?.['open'] === '0') return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the outbox is not empty yet');
  };

  it('sends the facts of its span again in their order, before anything newer, and says for whom', async () => {
    const relay = new Relay(app.source, new BatchingProducer(kafka), '', log);
    relay.start();
    const span = { from: new Date(Date.now() - 60_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
    for (const label of ['one', 'two', 'three']) await app.run(putCrate, { label }, clerk);
    relay.nudge();
    await settled();
    const none = { ...span, facts: ['case', 'unit.renamed'] };
    expect(await app.run(republishFacts, none, operator)).toMatchObject({ facts: 0 });
    const again = await app.run(republishFacts, { ...span, projection: 'notify.copies' }, operator);
    await settled();
    await relay.stop();
    expect(again.facts).toBe(3);
    const [first, second] = [undefined, 'notify.copies'].map((projections) =>
      ['one', 'two', 'three'].map((name) => ({ name, projections })),
    );
    expect(sent).toEqual([...(first ?? []), ...(second ?? [])]);
  });
});
