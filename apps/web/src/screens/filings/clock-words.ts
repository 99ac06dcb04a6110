import type { z } from 'zod';
import type { Clock as Contract } from '#libs/contracts/approvals/clock.js';
import { filings } from '../../texts/filings.js';

export type Clock = z.infer<typeof Contract>;

/** One clock in words: “还剩 2 个工作日”, “超期 2 个工作日”, “今日到期”, “已暂停:公示”. */
export function clockWords({ state, remaining, unit }: Clock, cause: string | null = null): string {
  const word = filings[unit];
  switch (state) {
    case 'none':
      return filings.noLimit;
    case 'stopped':
      return cause === null ? filings.stopped : filings.stoppedBy(cause);
    case 'ended':
      return remaining !== null && remaining < 0 ? filings.endedLate(-remaining, word) : filings.endedOnTime;
    case 'running':
      if (remaining === null) return filings.noLimit;
      if (remaining === 0) return filings.dueToday;
      return remaining < 0 ? filings.overdueBy(-remaining, word) : filings.left(remaining, word);
  }
}
