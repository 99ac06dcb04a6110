import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSource, QueryRunner } from 'typeorm';
import { failpoint } from '#libs/messaging/failpoint.js';
import { isInfrastructure, isTransient } from '#libs/persistence/infrastructure.js';
import type { SmppSession, Submitted } from '../channels/smpp-session.js';
import { MessageRow } from '../messages/message.entity.js';
import type { Addressees } from './addressees.js';
import type { Receipts } from './receipts.js';
import type { Part, Submissions } from './submissions.js';

export interface SenderParts {
  source: DataSource;
  addressees: Addressees;
  submissions: Submissions;
  receipts: Receipts;
  /** A session for as long as this process leads. */
  openSession: (receipts: Receipts) => SmppSession;
  /** Messages under way at a time. */
  window: number;
  log: Logger;
}

const POLL_MS = 500;
const FOLLOWER_MS = 2_000;
const EXPIRE_EVERY_MS = 60_000;

/** Sends what is queued. One leader a service, by an advisory lock on a connection of its own, holds the one SMPP session. */
export class Sender {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();
  private done: Promise<void> | undefined;

  constructor(private readonly given: SenderParts) {}

  start(): void {
    this.done = this.loop();
  }

  /** What was submitted is still answered and stored. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.done;
  }

  private get stopping(): boolean {
    return this.ending.signal.aborted;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const runner = this.given.source.createQueryRunner();
      try {
        await this.follow(runner);
      } catch (error) {
        this.given.log.warn({ err: error }, 'sender interrupted');
        await this.pause(FOLLOWER_MS);
      } finally {
        await this.giveUp(runner);
      }
    }
  }

  private async follow(runner: QueryRunner): Promise<void> {
    const [lock] = (await runner.query(
      `SELECT pg_try_advisory_lock(hashtext(current_schema || '.sender')) AS mine`,
    )) as {
      mine: boolean;
    }[];
    if (!lock?.mine) return await this.pause(FOLLOWER_MS);
    const { submissions, openSession, receipts } = this.given;
    await submissions.recover();
    const session = openSession(receipts);
    session.start();
    try {
      await this.lead(runner, session);
    } finally {
      await Promise.all(this.underWay.values());
      await session.stop();
    }
  }

  private async lead(runner: QueryRunner, session: SmppSession): Promise<void> {
    const { submissions, receipts, window } = this.given;
    let expiredAt = 0;
    while (!this.stopping) {
      if (Date.now() - expiredAt > EXPIRE_EVERY_MS) {
        await receipts.expire();
        expiredAt = Date.now();
      }
      // On the leader's own connection: when that is gone, so is the lock.
      const free = session.bound ? window - this.underWay.size : 0;
      const ids = await submissions.due(runner.manager, free, [...this.underWay.keys()]);
      for (const id of ids)
        this.underWay.set(
          id,
          this.send(session, id).finally(() => this.underWay.delete(id)),
        );
      await this.pause(POLL_MS);
    }
  }

  /** Never rejects: what failed on the way is taken up again by `recover`, or stays queued. */
  private async send(session: SmppSession, id: string): Promise<void> {
    const { source, addressees, submissions, log } = this.given;
    try {
      const message = await source.manager.findOneByOrFail(MessageRow, { id });
      const parts = await submissions.begin(id, await addressees.find(message));
      if (parts.length === 0) return;
      const outcomes = await submitAll(session, parts);
      failpoint('after-submit');
      await this.insist(() => submissions.finish(id, outcomes));
    } catch (error) {
      log.error({ err: error, messageId: id }, 'message not sent');
    }
  }

  /** The centre has it already: storing that is worth waiting for the database. */
  private async insist(task: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await task();
      } catch (error) {
        if (this.stopping || !(isInfrastructure(error) || isTransient(error))) throw error;
        await sleep(POLL_MS);
      }
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }

  private async giveUp(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('SELECT pg_advisory_unlock_all()');
    } catch (error) {
      // The connection is gone, and with it the lock.
      this.given.log.debug({ err: error }, 'sender connection lost');
    }
    await runner.release();
  }
}

async function submitAll(session: SmppSession, parts: Part[]): Promise<ReadonlyMap<string, Submitted>> {
  const outcomes = parts.map(async (part) => [part.deliveryId, await session.submit(part)] as const);
  return new Map(await Promise.all(outcomes));
}
