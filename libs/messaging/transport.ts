import { setTimeout as sleep } from 'node:timers/promises';
import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import type { Kafka, KafkaMessage, Producer } from 'kafkajs';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { factByName } from '#libs/contracts/streams.js';
import type { Service } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { isInfrastructure, isTransient } from '#libs/persistence/infrastructure.js';
import { Dispatcher, factHandlers, follow } from './dispatcher.js';
import { readEnvelope, readJson, replyKeyOf } from './envelope.js';
import type { Answer, Envelope } from './envelope.js';
import { FactConsumer } from './facts.js';
import { Intake } from './intake.js';
import type { TopicIntake } from './intake.js';
import { KeyedLanes } from './lanes.js';
import { PARTITIONER } from './kafka.js';
import { BatchingProducer } from './producer.js';
import { Redriver } from './redriver.js';
import { Relay } from './relay.js';
import { refused } from './runner.js';
import { commandTopic, groupsOf, isReplyTopic, queryTopic } from './topics.js';

export interface TransportOptions {
  service: Service;
  prefix: string;
  kafka: Kafka;
  source: DataSource;
  sessionTimeoutMs: number;
  log: Logger;
  onCrash: (error: Error) => void;
}

/** Records taken and not finished at which a topic is paused. */
const OPEN_LIMIT = 512;
const PARALLEL = 8;
const RETRY_MS = 500;
/** With work waiting its turn, several replies go in one request to the broker. */
const GATHER_MS = 20;
const REFUSAL_TRIES = 5;
const MAX_REPLY_BYTES = 512 * 1024;

/**
 * Nest's handlers over Kafka: commands in order per key and stored with their answer, queries in parallel until their
 * deadline, facts once. Nothing is refused because the database is away: the key waits.
 */
export class KafkaTransport extends Server implements CustomTransportStrategy {
  readonly followers = new Map<string, MessageHandler[]>();
  private readonly lanes = {
    commands: new KeyedLanes(PARALLEL),
    queries: new KeyedLanes(PARALLEL),
    facts: new KeyedLanes(PARALLEL),
  };
  private readonly producers: { facts: Producer; replies: Producer };
  private readonly replies: BatchingProducer;
  readonly dispatcher: Dispatcher;
  readonly relay: Relay;
  private redriver: Redriver | undefined;
  private stopping = false;
  private intakes: Intake[] = [];

  constructor(private readonly options: TransportOptions) {
    super();
    const { kafka, source, log, prefix } = options;
    const producer = (retries: number) =>
      kafka.producer({
        createPartitioner: PARTITIONER,
        allowAutoTopicCreation: false,
        maxInFlightRequests: 1,
        retry: { retries, maxRetryTime: 2_000 },
      });
    // Apart, because a fact is worth waiting for and a reply is not: its asker has a deadline.
    this.producers = { facts: producer(20), replies: producer(3) };
    const { commands, queries } = this.lanes;
    const gatherMs = () => (commands.size + queries.size > PARALLEL ? GATHER_MS : 0);
    this.replies = new BatchingProducer(this.producers.replies, gatherMs);
    this.relay = new Relay(source, new BatchingProducer(this.producers.facts), prefix, log);
    this.dispatcher = new Dispatcher(source, this.messageHandlers, log, () => this.relay.nudge());
  }

  /** Milliseconds of real time since the groups last heard from this process. */
  get heartbeatAge(): number {
    return Math.max(0, ...this.intakes.map(({ heartbeatAge }) => heartbeatAge));
  }

  get assigned(): boolean {
    return this.intakes.length > 0 && this.intakes.every(({ assigned }) => assigned);
  }

  override listen(callback: (error?: unknown) => void): void {
    this.begin().then(() => callback(), callback);
  }

  /** Stop intake → drain → relay → producers; the pool is closed by its owner. */
  override async close(): Promise<void> {
    this.stopping = true;
    for (const intake of this.intakes) intake.pauseAll();
    await Promise.all([this.redriver?.stop(), ...Object.values(this.lanes).map((lanes) => lanes.idle())]);
    await Promise.all(this.intakes.map((intake) => intake.stop()));
    await this.relay.stop();
    await Promise.all(Object.values(this.producers).map((producer) => producer.disconnect()));
  }

  /** Several methods may follow one fact; Nest would run them at the same moment on one connection. */
  override addHandler(pattern: string, callback: MessageHandler, isEventHandler = false, extras = {}): void {
    if (isEventHandler) follow(this.followers, pattern, Object.assign(callback, { extras }));
    else super.addHandler(pattern, callback, isEventHandler, extras);
  }

  override on(): never {
    throw new Error('the transport has no events of its own');
  }

  override unwrap<T>(): T {
    return this as unknown as T;
  }

  private async begin(): Promise<void> {
    const { kafka, service, prefix, log, onCrash, sessionTimeoutMs } = this.options;
    await Promise.all(Object.values(this.producers).map((producer) => producer.connect()));
    const groups = groupsOf(prefix, service);
    const read = (groupId: string, topics: Map<string, TopicIntake>) =>
      new Intake({ kafka, groupId, topics, log, fromBeginning: true, sessionTimeoutMs, onCrash });
    const facts = this.factTopics();
    if (facts.size > 0) this.intakes.push(read(groups.facts, facts));
    if (groups.asked !== null) this.intakes.push(read(groups.asked, this.askedTopics()));
    await Promise.all(this.intakes.map((intake) => intake.start()));
    this.relay.start();
    this.redriver?.start();
  }

  private askedTopics(): Map<string, TopicIntake> {
    const { prefix, service } = this.options;
    const limit = OPEN_LIMIT;
    return new Map<string, TopicIntake>([
      [commandTopic(prefix, service), { limit, take: (record, finish) => this.takeCommand(record, finish) }],
      [queryTopic(prefix, service), { limit, take: (record, finish) => this.takeQuery(record, finish) }],
    ]);
  }

  private factTopics(): Map<string, TopicIntake> {
    const { source, log, prefix, service } = this.options;
    const handlers = factHandlers(this.followers, service);
    const consumer = new FactConsumer(source, handlers, log, () => this.relay.nudge());
    this.redriver = new Redriver(source, consumer, log);
    const topics = new Set([...this.followers.keys()].map((name) => factByName(name).stream.topic));
    const taken = [...topics].map((topic): [string, TopicIntake] => {
      const take: TopicIntake['take'] = (record, finish, partition) =>
        this.lanes.facts.push(`${topic}/${String(record.key)}`, async () => {
          if (await consumer.consume({ topic, partition, record }, () => this.stopping)) finish();
        });
      return [`${prefix}${topic}`, { limit: OPEN_LIMIT, take }];
    });
    return new Map(taken);
  }

  private takeCommand(record: KafkaMessage, finish: () => void): void {
    this.lanes.commands.push(String(record.key), async () => {
      const envelope = readEnvelope(record.headers);
      if (!envelope) this.options.log.error({ offset: record.offset }, 'a record on the commands topic is no command');
      else if (!(await this.apply(envelope, readJson(record.value)))) return;
      finish();
    });
  }

  /** False when the service is stopping and the command was not applied: it stays on the topic. */
  private async apply(envelope: Envelope, input: unknown): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.reply(envelope, await this.dispatcher.command(envelope, input));
        return true;
      } catch (error) {
        const { log } = this.options;
        const waits = isInfrastructure(error) || isTransient(error);
        if (waits) log.warn({ err: error }, 'a command waits for the database');
        else log.error({ err: error, operation: envelope.operation, attempt }, 'a command could not even be refused');
        // It would hold up everything behind it; its sender goes on asking for an answer, and an operator has the log.
        if (!waits && attempt >= REFUSAL_TRIES) return true;
        if (this.stopping) return false;
        await sleep(RETRY_MS);
      }
    }
  }

  private takeQuery(record: KafkaMessage, finish: () => void): void {
    const envelope = readEnvelope(record.headers);
    if (!envelope) {
      this.options.log.error({ offset: record.offset }, 'a record on the queries topic is no query');
      return finish();
    }
    this.lanes.queries.push(envelope.messageId, async () => {
      if (envelope.deadline === null || Date.now() < envelope.deadline) {
        this.reply(envelope, await this.dispatcher.query(envelope, readJson(record.value)));
      }
      finish();
    });
  }

  /** Not waited for: the answer of a command is stored and can be asked for, the asker of a query has its deadline. */
  private reply(envelope: Envelope, answer: Answer): void {
    const { prefix, log } = this.options;
    const { replyTopic, operation } = envelope;
    if (!isReplyTopic(prefix, replyTopic)) return;
    let value = JSON.stringify(answer);
    if (Buffer.byteLength(value) > MAX_REPLY_BYTES) {
      value = JSON.stringify(refused(fail('payload_too_large', { limit: '512 kB' })));
    }
    this.replies
      .send(replyTopic, { key: replyKeyOf(envelope), value })
      .catch((error: unknown) => log.warn({ err: error, operation }, 'reply not delivered'));
  }
}
