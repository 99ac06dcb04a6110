import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from 'kafkajs';
import type { Logger } from 'pino';
import { Unsent } from './producer.js';
import type { BatchingProducer } from './producer.js';

const PAUSE_MS = 200;
const TRIES = 5;
const INSISTING_TRIES = 50;

/** Sends requests whose message id makes a second one harmless, and knows when one was certainly not sent. */
export class Outgoing {
  constructor(
    private readonly producer: Pick<BatchingProducer, 'send'>,
    private readonly log: Logger,
  ) {}

  /**
   * False when the record was provably never written. Where an error proves nothing it is sent again in the background
   * until it is acknowledged, if `insist`: its caller is told 202, and a 202 must come to an end.
   */
  async deliver(topic: string, record: Message, insist: boolean): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.producer.send(topic, record);
        return true;
      } catch (error) {
        this.log.warn({ err: error, topic, attempt }, 'request not acknowledged');
        if (!(error instanceof Unsent)) break;
        if (attempt >= TRIES) return false;
        await sleep(PAUSE_MS);
      }
    }
    if (insist) void this.insist(topic, record);
    return true;
  }

  private async insist(topic: string, record: Message): Promise<void> {
    for (let attempt = 1; attempt <= INSISTING_TRIES; attempt += 1) {
      await sleep(PAUSE_MS * attempt);
      try {
        await this.producer.send(topic, record);
        return;
      } catch (error) {
        this.log.warn({ err: error, topic, attempt }, 'request still not acknowledged');
      }
    }
    this.log.error({ topic }, 'request given up: its caller was told 202 and will ask in vain');
  }
}
