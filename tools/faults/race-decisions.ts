import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '#libs/client/client.js';
import type { Client } from '#libs/client/client.js';
import {
  acceptApproval,
  cancelApproval,
  decideApproval,
  getApproval,
  withdrawApproval,
} from '#libs/contracts/approvals.js';
import { Filings } from '../demo/filings.js';
import { Stage } from '../demo/stage.js';
import type { World } from './world.js';

interface Contest {
  unit: Client;
  reviewer: Client;
  id: string;
  day: string;
  jitter: () => number;
}

const ITEM = 'A01';
const ROUNDS = 5;

/**
 * A filing is accepted and cancelled at the same moment; once it is accepted, it is granted, refused and withdrawn at the
 * same moment. Each time exactly one comes about, the others are told why not, and the filing says what was answered.
 */
export async function raceOfDecisions({ platform, cast, random }: World): Promise<number> {
  const stage = new Stage(platform.url, true);
  const unit = cast.client('unit');
  const day = await stage.today();
  let races = 0;
  for (const { id: caseId } of cast.cases) {
    const filings = await Filings.begin({ stage, caseId, unit, helper: unit });
    let decided = false;
    for (let round = 0; round < ROUNDS && !decided; round += 1) {
      const { id, handlingBody } = await filings.submit(ITEM);
      const reviewer = await stage.reviewer(handlingBody ?? '');
      const contest = { unit, reviewer, id, day, jitter: () => random.between(0, 6) };
      races += 1;
      if ((await first(contest)) === 'cancelled') continue;
      races += 1;
      decided = (await second(contest)) === 'decided';
    }
  }
  return races;
}

const first = ({ unit, reviewer, id, jitter }: Contest): Promise<string> =>
  meet({ unit, id, jitter }, [
    () => reviewer.call(acceptApproval, { id }),
    () => unit.call(cancelApproval, { id, reason: '资料有误' }),
  ]);

const second = ({ unit, reviewer, id, day, jitter }: Contest): Promise<string> =>
  meet({ unit, id, jitter }, [
    () =>
      reviewer.call(decideApproval, {
        id,
        result: 'granted',
        decidedOn: day,
        documentNumber: `试验〔${id.slice(0, 8)}〕号`,
      }),
    () => reviewer.call(decideApproval, { id, result: 'refused', decidedOn: day, reason: '不符合规划条件' }),
    () => unit.call(withdrawApproval, { id, reason: '方案调整' }),
  ]);

/** Lets them all act at about the same moment; the state that the one who came first has left behind. */
async function meet(
  { unit, id, jitter }: Pick<Contest, 'unit' | 'id' | 'jitter'>,
  acts: (() => Promise<{ state: string; result: string | null }>)[],
): Promise<string> {
  const outcomes = await Promise.allSettled(
    acts.map(async (act) => {
      await sleep(jitter());
      return await act();
    }),
  );
  const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected' && !isTooLate(outcome.reason)) throw outcome.reason;
  }
  const [winner] = won;
  if (!winner || won.length > 1) throw new Error(`${won.length} of ${acts.length} decisions about ${id} came about`);
  const { state, result } = await unit.call(getApproval, { id });
  if (state === winner.state && result === winner.result) return state;
  throw new Error(`${id} was answered as ${winner.state} ${winner.result}, and is ${state} ${result}`);
}

const isTooLate = (error: unknown): boolean => error instanceof Refused && error.code === 'filing_state';
