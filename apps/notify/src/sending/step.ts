import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { PLATFORM } from '#libs/identity/principal.js';
import { WorkContext } from '#libs/messaging/context.js';
import { keepBooks } from '#libs/messaging/runner.js';
import { isTransient } from '#libs/persistence/infrastructure.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import { BusinessClockCopy, CLOCK_ID } from '../messages/business-clock.entity.js';

/** Business time as far as it is known here: real time in production. */
export async function businessNow(em: EntityManager): Promise<Date> {
  const clock = await em.findOneBy(BusinessClockCopy, { id: CLOCK_ID });
  return new Date(Date.now() + (clock?.aheadSeconds ?? 0) * 1_000);
}

const TRIES = 5;

/** One transaction that no command asked for, audited and published like a command's; begun anew when it met another. */
export async function step<T>(
  source: DataSource,
  operation: string,
  task: (context: WorkContext) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(source, operation, task);
    } catch (error) {
      if (!isTransient(error) || attempt >= TRIES) throw error;
    }
  }
}

async function once<T>(source: DataSource, operation: string, task: (context: WorkContext) => Promise<T>): Promise<T> {
  return await inTransaction(source, async (em) => {
    const messageId = randomUUID();
    const now = await businessNow(em);
    const given = {
      messageId,
      operation,
      principal: PLATFORM,
      now,
      correlationId: messageId,
      ip: null,
      expectedVersion: null,
    };
    const context = new WorkContext(em, given);
    const result = await task(context);
    await keepBooks(context, given);
    return result;
  });
}

/** Storing a centre's id and looking for it exclude each other, or a receipt could slip between the two. */
export const lockReceipts = async ({ em }: WorkContext): Promise<void> =>
  void (await em.query("SELECT pg_advisory_xact_lock(hashtext(current_schema || '.receipts'))"));
