import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerFacts } from '#libs/contracts/approvals.js';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import { ALL_STREAMS } from '#libs/contracts/streams.js';
import { SERVICES, factName } from '#libs/contracts/define.js';
import { itemPlanEvents } from '#libs/contracts/facts.js';
import { badFacts, badHeaders, badInputs, strangeEnvelopes } from './bad-bytes.js';
import type { BadRecord } from './bad-bytes.js';
import type { FaultCase } from './case.js';
import { burials } from './burials.js';
import type { Burial } from './burials.js';
import { replyFaults } from './cases-bytes-replies.js';
import { SENDER, envelopeOf } from './envelopes.js';
import { sameProcesses, storedAnswers } from './unharmed.js';
import { kindOf } from './operations.js';
import { subscriptions, withProducer } from './records.js';
import type { Send } from './records.js';
import type { World } from './world.js';

const OWNERS = SERVICES.filter((service) => service !== 'gateway');
/** More than a broker takes in one batch of records, and than a service fetches of one partition at a time. */
const TOO_LARGE = 1.5e6;
const LARGE = 900_000;
const BACKLOG = 60;

/** Faults 28–34: bytes no one should send, on every topic of every service. Nothing falls, nothing waits, nothing comes of it. */
export const byteFaults: readonly FaultCase[] = [
  {
    number: 28,
    name: ['命令主题上的坏字节', 'bad bytes on the command topics'],
    inject: (world) => sendRequests(world, 'command'),
  },
  {
    number: 29,
    name: ['查询主题上的坏字节', 'bad bytes on the query topics'],
    inject: (world) => sendRequests(world, 'query'),
  },
  {
    number: 30,
    name: ['事实主题上的坏字节', 'bad bytes on the topics of facts'],
    inject: (world) => sameProcesses(world, () => sendFacts(world)),
  },
  {
    number: 31,
    name: ['超过长度上限的记录', 'records at and above the size limit'],
    inject: (world) => sameProcesses(world, () => sendLarge(world)),
  },
  {
    number: 31,
    name: ['一个聚合的积压大于一批', 'a backlog of one aggregate larger than one batch'],
    inject: publishAgain,
  },
  ...replyFaults,
];

/** Dropped with a line in the log where nobody can be told; refused, and the refusal stored, where the sender is known. */
async function sendRequests(world: World, kind: 'command' | 'query'): Promise<number> {
  return await sameProcesses(world, async () => {
    let sent = 0;
    for (const service of OWNERS) {
      const contract = ALL_OPERATIONS.find((one) => one.service === service && one.kind === kind && one.http);
      if (!contract) throw new Error(`${service} has no ${kind}`);
      const envelope = () => envelopeOf(contract.name);
      const records = [
        ...badInputs(contract.example, envelope),
        ...badHeaders(envelope),
        ...strangeEnvelopes(envelope),
      ];
      const topic = `${service}.${kind === 'command' ? 'commands' : 'queries'}`;
      await withProducer(world.platform, (send) => sendAll(send, topic, records));
      sent += records.length;
    }
    await sleep(2_000);
    const done = (await storedAnswers(world, SENDER)).filter(({ status }) => status !== 'refused');
    if (done.length > 0) throw new Error(`not refused: ${done.map(({ id }) => id).join(', ')}`);
    return sent;
  });
}

async function sendAll(send: Send, topic: string, records: readonly BadRecord[]): Promise<void> {
  for (const { key, value, headers } of records) await send(topic, { key, value, headers });
}

/** Each ends as a dead record with its reason in every service that reads its topic; one of a type nobody knows passes by. */
async function sendFacts(world: World): Promise<number> {
  const readers = await subscriptions(world.platform);
  const expected: Burial[] = [];
  await withProducer(world.platform, async (send) => {
    for (const { topic, service, types } of ALL_STREAMS) {
      const [type = ''] = Object.keys(types);
      const fact = factOf(service, factName(topic, type));
      for (const { fault, key, value, headers } of badFacts(fact)) {
        const place = await send(topic, { key, value, headers });
        const services = [...readers].filter(([, topics]) => topics.includes(topic)).map(([name]) => name);
        expected.push(...services.map((reader) => ({ service: reader, topic, fault, ...place })));
      }
      await send(topic, { key: randomUUID(), value: JSON.stringify(factOf(service, `${topic}.unheard-of`)) });
    }
  });
  await burials(world, expected);
  return expected.length;
}

const factOf = (service: string, type: string): object => ({
  specversion: '1.0',
  id: randomUUID(),
  source: `/${service}`,
  type,
  subject: randomUUID(),
  time: new Date().toISOString(),
  actor: { accountId: 'faults', kind: 'platform', name: '试验' },
  correlationid: 'faults',
  data: {},
});

/** What is too large the broker refuses; what is just not is read, though it is more than one fetch asks for. */
async function sendLarge(world: World): Promise<number> {
  const topics = [...OWNERS.map((service) => `${service}.commands`), ...ALL_STREAMS.map(({ topic }) => topic)];
  const expected: Burial[] = [];
  const readers = await subscriptions(world.platform);
  await withProducer(world.platform, async (send) => {
    for (const topic of topics) {
      const record = (size: number) => ({ key: randomUUID(), value: Buffer.alloc(size, 'x') });
      const refused = await send(topic, record(TOO_LARGE)).then(() => false, isTooLarge);
      if (!refused) throw new Error(`${topic} took a record of ${TOO_LARGE} bytes`);
      const place = await send(topic, record(LARGE));
      const services = [...readers].filter(([, read]) => read.includes(topic));
      expected.push(...services.map(([service]) => ({ service, topic, fault: 'large', ...place })));
    }
  });
  await burials(world, expected);
  return 2 * topics.length;
}

const isTooLarge = (error: unknown): boolean => {
  if ((error as { type?: unknown }).type === 'MESSAGE_TOO_LARGE') return true;
  throw error;
};

/** A relay that was away, or was told to publish again, has more of one key to carry than the broker takes at once. */
async function publishAgain({ caller, cast, random, sql }: World): Promise<number> {
  const kind = kindOf(answerFacts.name);
  const [{ id: caseId }] = cast.cases;
  const intents = await Promise.all(
    Array.from({ length: BACKLOG }, async () => {
      const mark = caller.nextMark();
      const { input } = await kind.plan(caller, mark, random);
      return caller.intend(kind, mark, { input: { ...input, caseId } });
    }),
  );
  await Promise.all(intents.map((intent) => caller.send(intent)));
  const again = await sql<{ size: number }>(
    `UPDATE approvals.outbox SET published_at = NULL WHERE topic = $1 AND key = $2 RETURNING length(value::text) AS size`,
    [itemPlanEvents.topic, caseId],
  );
  const size = again.reduce((sum, one) => sum + one.size, 0);
  if (size < TOO_LARGE) throw new Error(`the backlog is of ${size} bytes only: nothing was tried`);
  return again.length;
}
