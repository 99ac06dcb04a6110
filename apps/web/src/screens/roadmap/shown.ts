import { createContext, useContext } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type {
  getBlockers as blockersContract,
  listPreApprovals as preApprovalsContract,
} from '#libs/contracts/approvals.js';
import { useAsk } from '../../api/hooks.js';
import {
  getBlockers,
  getRoadmap,
  getRoadmapVersion,
  getTime,
  getWorkCalendar,
  listApprovals,
  listPreApprovals,
} from '../../api/operations.js';
import { dayOf } from '../../parts/dates.js';
import type { PreApprovalSpan } from './bars.js';
import { daysOf } from './model.js';
import type { Calendar, Roadmap } from './model.js';
import type { RoadmapSearch } from './search.js';
import { workdaysFrom } from './workdays.js';
import type { Workdays } from './workdays.js';

export type Blocker = Output<typeof blockersContract>['items'][number];

/** A roadmap with all that its views draw beside it. */
export interface Shown {
  roadmap: Roadmap;
  days: Workdays;
  calendar: Calendar;
  today: string;
  preApprovals: PreApprovalSpan[];
  /** What open items wait for, in words. */
  blockers: Blocker[];
  /** Group of items that were filed together, by item code. */
  groups: Map<string, string>;
}

const Context = createContext<Shown | null>(null);
export const ShownProvider = Context.Provider;
export function useShown(): Shown {
  const shown = useContext(Context);
  if (!shown) throw new Error('outside a roadmap');
  return shown;
}

/** The version that the URL names: a frozen one, the draft, or the one in force. */
export function useRoadmap(caseId: string, { version, draft }: Pick<RoadmapSearch, 'version' | 'draft'>) {
  const frozen = useAsk(getRoadmapVersion, version === null ? null : { caseId, number: version });
  const current = useAsk(getRoadmap, version === null ? { caseId, ...(draft ? { draft: 'true' } : {}) } : null);
  return version === null ? current : frozen;
}

/** Everything else that is drawn; `error` is the first that could not be had. */
export function useSurroundings(roadmap: Roadmap): { shown: Shown | null; error: Error | null } {
  const { caseId } = roadmap;
  const time = useAsk(getTime, {});
  const today = time.data ? dayOf(time.data.now) : null;
  const calendar = useAsk(getWorkCalendar, today === null ? null : span([...daysOf(roadmap), today]));
  const chain = useAsk(listPreApprovals, { caseId });
  const filings = useAsk(listApprovals, { caseId, pageSize: 200 });
  const blockers = useAsk(getBlockers, { caseId });
  const error = time.error ?? calendar.error ?? chain.error ?? filings.error ?? blockers.error;
  if (today === null || !calendar.data || !chain.data || !filings.data || !blockers.data) return { shown: null, error };
  const groups = filings.data.items.flatMap(({ itemCode, parallelGroup }) =>
    parallelGroup === null ? [] : [[itemCode, parallelGroup] as const],
  );
  const shown: Shown = {
    roadmap,
    calendar: calendar.data,
    days: workdaysFrom(calendar.data.workdays, roadmap.startOn),
    today,
    preApprovals: chain.data.items.filter(isOnTheWay).map(spanOf),
    blockers: blockers.data.items,
    groups: new Map(groups),
  };
  return { shown, error };
}

/** Approvals from years before the case (R130) lie on the edge of the picture, not in it. */
const EARLIER = 100;
const LATER = 14;
const DAY_MS = 86_400_000;
const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);

function span(days: readonly string[]): { from: string; to: string } {
  const sorted = days.toSorted();
  const [start = '', first = ''] = [days[0], sorted[0]];
  const earliest = shift(start, -EARLIER);
  return { from: first < earliest ? earliest : shift(first, -LATER), to: shift(sorted.at(-1) ?? start, LATER) };
}

type PreApproval = Output<typeof preApprovalsContract>['items'][number];

const isOnTheWay = ({ state }: PreApproval): boolean =>
  state === 'applied' || state === 'issued' || state === 'on_hold' || state === 'converted';

const spanOf = ({ itemCode, appliedOn, issuedOn, convertedOn }: PreApproval): PreApprovalSpan => ({
  itemCode,
  appliedOn,
  issuedOn,
  endedOn: convertedOn,
});
