import { SERVICES } from '#libs/contracts/define.js';
import type { World } from './world.js';

/** Throws when a service has died of `act`. */
export async function sameProcesses<T>({ platform }: World, act: () => Promise<T>): Promise<T> {
  const pids = (): (number | undefined)[] => SERVICES.map((service) => platform.child(service).pid);
  const before = pids();
  const result = await act();
  const after = pids();
  const died = SERVICES.filter((_, index) => before[index] !== after[index]);
  if (died.length > 0) throw new Error(`died: ${died.join(', ')}`);
  return result;
}

/** The answers that are stored for commands of this account. */
export async function storedAnswers(
  { sql }: World,
  accountId: string,
): Promise<{ id: string; status: string | null }[]> {
  const answers = SERVICES.map(
    (service) => `SELECT id, answer ->> 'status' AS status FROM ${service}.command_answer WHERE account_id = $1`,
  );
  return await sql(answers.join(' UNION ALL '), [accountId]);
}
