import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { listCases } from '#libs/contracts/projects.js';
import { envelopeHeaders } from '#libs/messaging/envelope.js';
import { badReplies } from './bad-bytes.js';
import type { FaultCase } from './case.js';
import { envelopeOf } from './envelopes.js';
import { tail, withProducer } from './records.js';
import { sameProcesses } from './unharmed.js';
import { withAdmin } from './world.js';
import type { World } from './world.js';

const PROMPT_MS = 3_000;
const ECHO = { echo: '1' };
const LATE_MS = 1_000;

/** Faults 32–34: what arrives on a gateway's reply topic, and where replies are asked to go. */
export const replyFaults: readonly FaultCase[] = [
  {
    number: 32,
    name: ['答复主题上的坏字节', 'bad bytes on the reply topics'],
    inject: (world) => sameProcesses(world, () => sendReplies(world)),
  },
  {
    number: 33,
    name: ['伪造的答复主题', 'forged reply topics'],
    inject: (world) => sameProcesses(world, () => forge(world)),
  },
  {
    number: 34,
    name: ['迟到和重复的答复', 'late and double replies'],
    inject: (world) => sameProcesses(world, () => echo(world)),
  },
];

async function replyTopics({ platform }: World): Promise<string[]> {
  const prefix = `${platform.topicPrefix}gateway.replies.`;
  const topics = await withAdmin(platform, (admin) => admin.listTopics());
  return topics.filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(platform.topicPrefix.length));
}

async function sendReplies(world: World): Promise<number> {
  const records = badReplies(['', '__proto__', `${randomUUID()}:`]);
  const topics = await replyTopics(world);
  await withProducer(world.platform, async (send) => {
    for (const topic of topics) {
      for (const { key, value } of records) await send(topic, { key, value });
    }
  });
  return topics.length * records.length;
}

/** Nothing arrives where replies may not go, and nobody waits because a reply cannot be delivered. */
async function forge(world: World): Promise<number> {
  const { platform } = world;
  const elsewhere = `${platform.topicPrefix}elsewhere`;
  await withAdmin(platform, (admin) => admin.createTopics({ topics: [{ topic: elsewhere }], waitForLeaders: true }));
  try {
    return await forgeTo(world, elsewhere);
  } finally {
    await withAdmin(platform, (admin) => admin.deleteTopics({ topics: [elsewhere] }));
  }
}

async function forgeTo({ platform, caller }: World, elsewhere: string): Promise<number> {
  const { topicPrefix: prefix } = platform;
  const forged = [elsewhere, `${prefix}projects.commands`, `${prefix}gateway.replies.gone`, '', '../x'];
  await withProducer(platform, async (send) => {
    for (const topic of forged) {
      const headers = envelopeHeaders(envelopeOf(listCases.name, topic));
      await send('projects.queries', { key: randomUUID(), value: '{}', headers });
    }
  });
  await sleep(500);
  const asked = Date.now();
  await caller.read('guide', listCases, {});
  const waited = Date.now() - asked;
  if (waited > PROMPT_MS) throw new Error(`others wait ${waited} ms for their replies`);
  const ends = await withAdmin(platform, (admin) => admin.fetchTopicOffsets(elsewhere));
  if (ends.some(({ high }) => high !== '0')) throw new Error('a reply went where none may go');
  return forged.length;
}

/** Every reply comes twice more: at once, and when its asker has long gone. */
async function echo(world: World): Promise<number> {
  let echoed = 0;
  await withProducer(world.platform, async (send) => {
    const repeat = async (topic: string, message: { key: Buffer | null; value: Buffer | null }): Promise<void> => {
      const again = { ...message, headers: ECHO };
      await send(topic, again);
      await sleep(LATE_MS);
      await send(topic, again);
      echoed += 2;
    };
    const running: Promise<void>[] = [];
    const topics = await replyTopics(world);
    await tail(world.platform, { topics, ms: 6_000 }, (topic, { key, value, headers }) => {
      if (!headers?.['echo']) running.push(repeat(topic, { key, value }));
    });
    await Promise.all(running);
  });
  if (echoed === 0) throw new Error('no reply came by: nothing was tried');
  return echoed;
}
