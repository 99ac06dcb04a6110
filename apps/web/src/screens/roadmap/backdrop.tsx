import type { ReactNode } from 'react';
import { barBetween } from './bars.js';
import type { Ground } from './bars.js';
import { AFTER } from './ground.js';
import { isCriticalLink } from './map-graph.js';
import type { Entry } from './model.js';
import { BAND, ROW } from './rows.js';
import type { Row, Stage } from './rows.js';
import { nextOf } from './walk.js';

/** Lines of months and weeks, folds, bands of stages, and today from top to bottom. */
export function Backdrop({
  ground,
  rows,
  height,
}: {
  ground: Ground;
  rows: readonly Row[];
  height: number;
}): ReactNode {
  const { axis, days, today } = ground;
  const now = axis.x(days.numberOf(today));
  return (
    <>
      {rows.map(({ kind, y }) =>
        kind === 'stage' ? <rect key={y} className="rm-band" y={y} width={axis.width + AFTER} height={BAND} /> : null,
      )}
      {axis.dayWidth >= 4 &&
        axis.weeks.map(({ x, day }) => <line key={day} className="rm-week-line" x1={x} x2={x} y2={height} />)}
      {axis.months
        .filter(({ opening }) => !opening)
        .map(({ x, day }) => (
          <line key={day} className="rm-month-line" x1={x} x2={x} y2={height} />
        ))}
      {axis.stretches
        .filter(({ folded }) => folded)
        .map(({ from, x, width }) => (
          <g key={from} className="rm-fold">
            <rect x={x} width={width} height={height} />
            <path d={zigzag(x, height)} />
            <path d={zigzag(x + width, height)} />
          </g>
        ))}
      <line className="rm-today-line" x1={now} x2={now} y2={height} />
    </>
  );
}

function zigzag(x: number, height: number): string {
  const teeth = Array.from({ length: Math.ceil(height / 16) }, (_, n) => `${n % 2 === 0 ? 'l4,8l-4,8' : 'l-4,8l4,8'}`);
  return `M${x},0${teeth.join('')}`;
}

/** From the first to the last planned day of a stage. */
export function StageSpan({ ground, stage, y }: { ground: Ground; stage: Stage; y: number }): ReactNode {
  const starts = stage.entries.map(({ full }) => full.startsOn).sort();
  const ends = stage.entries.map(({ full }) => full.endsOn).sort();
  const [from, to] = [starts[0], ends.at(-1)];
  if (from === undefined || to === undefined) return null;
  const { x, width } = barBetween(ground, from, to);
  return <path className="rm-stage-span" d={`M${x},${y + BAND / 2 + 5}v-5h${width}v5`} />;
}

interface LinksProps {
  ground: Ground;
  rows: readonly Row[];
  chosen: string | null;
}

/** The critical path from item to item, and the links of the chosen item. */
export function Links({ ground, rows, chosen }: LinksProps): ReactNode {
  const placed = rows.flatMap((row) => (row.kind === 'item' ? [{ entry: row.entry, y: row.y + ROW / 2 }] : []));
  const byCode = new Map(placed.map((one) => [one.entry.itemCode, one]));
  const entries = placed.map(({ entry }) => entry);
  const end = (entry: Entry) => ground.axis.x(ground.days.numberOf(entry.full.endsOn));
  const start = (entry: Entry) => ground.axis.x(ground.days.numberOf(entry.full.startsOn));
  return placed.flatMap(({ entry, y }) =>
    nextOf(entries, entry.itemCode).flatMap((code) => {
      const next = byCode.get(code);
      const critical = next && isCriticalLink(entry, next.entry);
      const near = chosen === code || chosen === entry.itemCode;
      if (!next || !(critical || near)) return [];
      const [x1, x2] = [end(entry), start(next.entry)];
      const d = x2 >= x1 ? `M${x1},${y}H${x2}V${next.y}` : `M${x1},${y}V${next.y - ROW / 2}H${x2}V${next.y}`;
      return [<path key={`${entry.itemCode}-${code}`} className={near ? 'rm-link near' : 'rm-link'} d={d} />];
    }),
  );
}
