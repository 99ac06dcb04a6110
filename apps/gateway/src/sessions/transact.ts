import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { WorkContext } from '#libs/messaging/context.js';
import { keepBooks, refusingConflicts } from '#libs/messaging/runner.js';
import { inTransaction } from '#libs/persistence/transaction.js';

interface Occasion {
  operation: string;
  principal?: Principal;
  correlationId: string;
  ip: string | null;
}

/**
 * A change of the gateway's own rows outside the stored-answer way: tokens and secrets must never be stored with an answer. Audited
 * like every other change.
 */
export async function transact<T>(
  source: DataSource,
  { operation, principal = PLATFORM, correlationId, ip }: Occasion,
  task: (context: WorkContext) => Promise<T>,
): Promise<T> {
  return await inTransaction(source, async (em) => {
    const given = {
      messageId: randomUUID(),
      operation,
      principal,
      now: new Date(),
      correlationId,
      ip,
      expectedVersion: null,
    };
    const context = new WorkContext(em, given);
    return await refusingConflicts(context, async () => {
      const result = await task(context);
      await keepBooks(context, given);
      return result;
    });
  });
}
