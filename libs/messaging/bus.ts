import { createHash, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, Kafka, Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { v5 as uuidV5 } from 'uuid';
import type { Operation, Service } from '#libs/contracts/define.js';
import type { Principal } from '#libs/identity/principal.js';
import { Answer, envelopeHeaders, readJson, replyKeyOf } from './envelope.js';
import type { Envelope } from './envelope.js';
import { PARTITIONER } from './kafka.js';
import { Outgoing } from './outgoing.js';
import { BatchingProducer } from './producer.js';
import { REPLY_TOPICS, commandTopic, queryTopic, replyTopic } from './topics.js';
import { STATUS_OPERATION } from './dispatcher.js';

export interface BusOptions {
  service: Service;
  prefix: string;
  kafka: Kafka;
  log: Logger;
  /** Called when replies can no longer be received; the process must end, its supervisor starts it again. */
  onCrash: (error: Error) => void;
}

export interface Request {
  principal: Principal;
  businessTime: Date;
  correlationId: string;
  traceparent?: string | null;
  ip?: string | null;
  idempotencyKey?: string;
  expectedVersion?: number | null;
}

/** Pending: the command is safe in Kafka, its effect or refusal comes once and can be asked for under `messageId`. */
export type Outcome =
  { state: 'answered'; answer: Answer } | { state: 'pending'; messageId: string } | { state: 'unsent' };

const NAMESPACE = '6f2c7c8e-3c1e-5d8a-9a42-0c8d7f3b1e55';
const COMMAND_WAIT_MS = 10_000;
const PING_MS = 200;
/** Callers waiting from which on requests are gathered. */
const BUSY = 16;
const GATHER_MS = 20;
const QUERY_WAIT_MS = 5_000;

/** Asks the owners over Kafka and waits for their replies on one of the service's reply topics. */
export class Bus {
  /** By message id and body: a repeat with the same body shares the answer, one with another body waits for its own refusal. */
  private readonly waiting = new Map<string, Set<(answer: Answer) => void>>();
  private readonly rawProducer: Producer;
  private readonly outgoing: Outgoing;
  private readonly consumer: Consumer;
  private readonly topic: string;
  connected = false;

  constructor(private readonly options: BusOptions) {
    const { kafka, prefix, service } = options;
    this.topic = replyTopic(prefix, service, randomInt(REPLY_TOPICS));
    this.rawProducer = kafka.producer({
      createPartitioner: PARTITIONER,
      allowAutoTopicCreation: false,
      // Not by kafkajs: whoever asks is told whether the record can have been written.
      retry: { retries: 0 },
    });
    this.outgoing = new Outgoing(new BatchingProducer(this.rawProducer, () => this.gatherMs()), options.log);
    const groupId = `${this.topic}.${randomUUID()}`;
    this.consumer = kafka.consumer({ groupId, sessionTimeout: 30_000, maxWaitTimeInMs: 500 });
  }

  async start(): Promise<void> {
    const { consumer } = this;
    await this.rawProducer.connect();
    await consumer.connect();
    await consumer.subscribe({ topic: this.topic, fromBeginning: false });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart && this.connected) this.options.onCrash(payload.error);
    });
    await consumer.run({
      autoCommit: false,
      eachBatch: ({ batch }) => {
        for (const { key, value } of batch.messages) this.settle(String(key), value);
        return Promise.resolve();
      },
    });
    await this.pingMyself();
    this.connected = true;
  }

  async stop(): Promise<void> {
    this.connected = false;
    await this.consumer.disconnect();
    await this.rawProducer.disconnect();
  }

  /** The id of a command: the same caller, operation and key give the same id, which makes a repeat harmless. */
  messageId(operation: string, { principal, idempotencyKey }: Request): string {
    return idempotencyKey === undefined
      ? randomUUID()
      : uuidV5(JSON.stringify([principal.accountId, operation, idempotencyKey]), NAMESPACE);
  }

  async command(contract: Operation, input: Record<string, unknown>, request: Request): Promise<Outcome> {
    if (contract.kind !== 'command') throw new Error(`${contract.name} is no command`);
    const messageId = this.messageId(contract.name, request);
    const key = contract.key === 'new' ? messageId : String(input[contract.key]);
    const envelope = this.envelope(contract.name, messageId, request, JSON.stringify(input));
    return await this.ask(commandTopic(this.options.prefix, contract.service), key, {
      envelope,
      input,
      waitMs: COMMAND_WAIT_MS,
    });
  }

  async query(contract: Operation, input: Record<string, unknown>, request: Request): Promise<Outcome> {
    const envelope = {
      ...this.envelope(contract.name, randomUUID(), request, ''),
      deadline: Date.now() + QUERY_WAIT_MS,
    };
    const topic = queryTopic(this.options.prefix, contract.service);
    return await this.ask(topic, envelope.messageId, { envelope, input, waitMs: QUERY_WAIT_MS });
  }

  /** The stored answer of a command of this account; null while there is none, or its owner cannot be reached. */
  async status(service: Service, messageId: string, request: Request): Promise<Answer | null> {
    const asked = await this.query(
      { name: STATUS_OPERATION, service, kind: 'query' } as Operation,
      { messageId },
      request,
    );
    if (asked.state !== 'answered' || asked.answer.status !== 'done') return null;
    const stored = Answer.safeParse(asked.answer.output);
    return stored.success ? stored.data : null;
  }

  private envelope(operation: string, messageId: string, request: Request, body: string): Envelope {
    return {
      messageId,
      operation,
      principal: request.principal,
      businessTime: request.businessTime.toISOString(),
      correlationId: request.correlationId,
      traceparent: request.traceparent ?? null,
      ip: request.ip ?? null,
      replyTopic: this.topic,
      bodyHash: body === '' ? '' : createHash('sha256').update(body).digest('hex'),
      expectedVersion: request.expectedVersion ?? null,
      deadline: null,
    };
  }

  /** With many callers waiting, one request to the broker for several of them is worth more than a few milliseconds. */
  private gatherMs(): number {
    return this.waiting.size > BUSY ? GATHER_MS : 0;
  }

  private async ask(
    topic: string,
    key: string,
    { envelope, input, waitMs }: { envelope: Envelope; input: unknown; waitMs: number },
  ): Promise<Outcome> {
    if (!this.connected) return { state: 'unsent' };
    const { messageId } = envelope;
    const replyKey = replyKeyOf(envelope);
    const waiters = this.waiting.get(replyKey) ?? new Set();
    this.waiting.set(replyKey, waiters);
    let timer: NodeJS.Timeout | undefined;
    let settle: (answer: Answer) => void = () => undefined;
    const answered = new Promise<Outcome>((resolve) => {
      settle = (answer) => resolve({ state: 'answered', answer });
      timer = setTimeout(() => resolve({ state: 'pending', messageId }), waitMs);
    });
    waiters.add(settle);
    const record = { key, value: JSON.stringify(input), headers: envelopeHeaders(envelope) };
    try {
      const insist = envelope.deadline === null;
      if (!(await this.outgoing.deliver(topic, record, insist))) return { state: 'unsent' };
      return await answered;
    } finally {
      clearTimeout(timer);
      waiters.delete(settle);
      if (waiters.size === 0) this.waiting.delete(replyKey);
    }
  }

  private settle(replyKey: string, value: Buffer | null): void {
    const waiters = this.waiting.get(replyKey);
    if (!waiters) return;
    const answer = Answer.safeParse(readJson(value));
    if (answer.success) for (const settle of waiters) settle(answer.data);
  }

  /** Reading begins at the end of the topic, wherever that is when the group has settled: not before a record has come round. */
  private async pingMyself(): Promise<void> {
    const key = `ping:${randomUUID()}`;
    const value = JSON.stringify({ status: 'done', output: null } satisfies Answer);
    const came = new Promise<void>((resolve) => this.waiting.set(key, new Set([() => resolve()])));
    const ended = new AbortController();
    void came.then(() => ended.abort());
    while (!ended.signal.aborted) {
      await this.rawProducer.send({ topic: this.topic, messages: [{ key, value }] });
      await sleep(PING_MS, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    this.waiting.delete(key);
  }
}
