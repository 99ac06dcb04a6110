import type { ReactNode } from 'react';
import { daysBetween } from '../../parts/dates.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { spaced } from './axis.js';
import type { Axis } from './axis.js';
import type { Ground } from './bars.js';
import { AFTER } from './ground.js';
import type { Calendar } from './model.js';
import { monthName, shortDay } from './words.js';

export const HEAD = 48;
const WEEK_WORDS = 30;
const MONTH_WORDS = 64;

/** Months, weeks where there is room, folds, where the calendar is only assumed, and today. */
export function AxisHead({ ground, calendar }: { ground: Ground; calendar: Calendar }): ReactNode {
  const { axis, days, today } = ground;
  const months = spaced(axis.months, MONTH_WORDS);
  const weeks = axis.dayWidth * 5 >= WEEK_WORDS ? spaced(axis.weeks, WEEK_WORDS) : [];
  const now = axis.x(days.numberOf(today));
  return (
    <svg className="rm-axis" width={axis.width + AFTER} height={HEAD} aria-hidden="true">
      {months.map(({ x, day }, index) => (
        <text key={day} x={x + 3} y={14} className="rm-month">
          {monthName(day, months[index - 1]?.day)}
        </text>
      ))}
      {weeks
        .filter(({ x }) => Math.abs(x - now) > WEEK_WORDS + 8 && !nearFold(x, axis))
        .map(({ x, day }) => (
          <text key={day} x={x + 3} y={34} className="rm-week">
            {Number(day.slice(8))}
          </text>
        ))}
      <Folds ground={ground} />
      <Assumed
        axis={axis}
        from={calendar.assumedFrom}
        at={calendar.assumedFrom && days.numberOf(calendar.assumedFrom)}
      />
      <g transform={`translate(${now},0)`} className="rm-today">
        <rect x={-34} y={21} width={68} height={18} rx={9} />
        <text y={34} textAnchor="middle">
          {t.today} {shortDay(today)}
        </text>
      </g>
    </svg>
  );
}

/** The words of a fold stand in its middle and reach a little beyond it. */
const nearFold = (x: number, { stretches }: Axis): boolean =>
  stretches.some((one) => one.folded && x > one.x - WEEK_WORDS && x < one.x + one.width);

function Folds({ ground: { axis, days } }: { ground: Ground }): ReactNode {
  return axis.stretches
    .filter(({ folded }) => folded)
    .map(({ from, to, x, width }) => {
      const [start, end] = [days.dayAt(from), days.dayAt(to)];
      const months = start && end ? Math.round(daysBetween(start, end) / 30.4) : 0;
      return (
        <text key={from} x={x + width / 2} y={34} textAnchor="middle" className="rm-folded">
          {t.folded(months)}
        </text>
      );
    });
}

function Assumed({ axis, from, at }: { axis: Axis; from: string | null; at: number | string | null }): ReactNode {
  if (from === null || typeof at !== 'number') return null;
  const x = axis.x(at);
  return (
    <g className="rm-assumed">
      <title>{`${t.assumed} ${from}`}</title>
      <line x1={x} x2={axis.width} y1={HEAD - 3} y2={HEAD - 3} />
    </g>
  );
}
