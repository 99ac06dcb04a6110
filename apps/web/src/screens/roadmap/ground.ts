import { useMemo } from 'react';
import { axisOf } from './axis.js';
import type { Zoom } from './axis.js';
import type { Ground, TrialEnd } from './bars.js';
import { daysOf } from './model.js';
import type { Trial } from './model.js';
import type { Shown } from './shown.js';

/** Room for the words right of the last bar. */
export const AFTER = 104;
/** Working days before day 0 that are still drawn. */
const EARLIER = -60;

export const NO_TRIAL: ReadonlyMap<string, TrialEnd> = new Map();

/** What a trial would move, ready to be drawn. */
export const trialEnds = ({ moved }: Trial, itemCode: string): ReadonlyMap<string, TrialEnd> =>
  new Map(moved.map((line) => [line.itemCode, { endsOn: line.to, keepsStart: line.itemCode === itemCode }]));

interface Wanted {
  shown: Shown;
  trial: ReadonlyMap<string, TrialEnd>;
  zoom: Zoom;
  /** Pixels for the axis. */
  room: number;
}

/** The axis that reaches every day of the roadmap, today and the trial, and what bars are placed on. */
export function useGround({ shown, trial, zoom, room }: Wanted): Ground {
  return useMemo(() => {
    const { roadmap, days, today, preApprovals } = shown;
    const dates = [
      ...daysOf(roadmap),
      today,
      ...preApprovals.flatMap(({ appliedOn, issuedOn, endedOn }) => [appliedOn, issuedOn, endedOn]),
      ...[...trial.values()].map(({ endsOn }) => endsOn),
    ];
    const marks = dates.flatMap((on) => (on === null ? [] : [Math.max(EARLIER, days.numberOf(on))]));
    return { axis: axisOf({ days, marks, room, zoom }), days, today, preApprovals, trial };
  }, [shown, trial, zoom, room]);
}
