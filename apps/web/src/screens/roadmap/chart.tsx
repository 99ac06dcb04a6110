import { memo } from 'react';
import type { ReactNode } from 'react';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { barsOf } from './bars.js';
import type { Bar, Ground } from './bars.js';
import { AFTER } from './ground.js';
import { Backdrop, Links, StageSpan } from './backdrop.js';
import { isMilestone } from './model.js';
import type { Entry } from './model.js';
import { ROW } from './rows.js';
import type { Bracket, Row } from './rows.js';
import { shortDay } from './words.js';

interface Props {
  ground: Ground;
  rows: readonly Row[];
  height: number;
  brackets: readonly Bracket[];
  /** The item whose links are shown. */
  chosen: string | null;
  onPoint: (row: { code: string; x: number; y: number } | null) => void;
  onChoose: (code: string) => void;
}

/** All rows of the picture. What it shows is also said by the buttons beside it and by the table. */
export const Chart = memo(function Chart(props: Props): ReactNode {
  const { ground, rows, height, brackets, chosen, onPoint, onChoose } = props;
  const { width } = ground.axis;
  return (
    <svg
      className="rm-chart"
      width={width + AFTER}
      height={height}
      aria-hidden="true"
      onPointerLeave={() => onPoint(null)}
    >
      <Backdrop ground={ground} rows={rows} height={height} />
      <Links ground={ground} rows={rows} chosen={chosen} />
      {rows.map((row) =>
        row.kind === 'stage' ? (
          <StageSpan key={row.stage.stage} ground={ground} stage={row.stage} y={row.y} />
        ) : (
          <g
            key={row.entry.itemCode}
            transform={`translate(0,${row.y})`}
            className={row.entry.itemCode === chosen ? 'rm-row chosen' : 'rm-row'}
            onPointerMove={({ clientX, clientY }) => onPoint({ code: row.entry.itemCode, x: clientX, y: clientY })}
            onClick={() => onChoose(row.entry.itemCode)}
          >
            <rect className="rm-hit" width={width + AFTER} height={ROW} />
            <RowBarsView entry={row.entry} ground={ground} />
          </g>
        ),
      )}
      {brackets.map(({ group, ys, lane }) => {
        const x = 5 + lane * 6;
        const ticks = ys.map((y) => `M${x},${y}h5`).join('');
        return (
          <path key={group} className="rm-bracket" d={`M${x},${Math.min(...ys)}V${Math.max(...ys)}${ticks}`}>
            <title>{t.together}</title>
          </path>
        );
      })}
    </svg>
  );
});

/** Plan, what came true and what is expected of one item in one bar. */
export function RowBarsView({ entry, ground }: { entry: Entry; ground: Ground }): ReactNode {
  const { planned, original, actual, forecast, late, suspensions, preApprovals, trial } = barsOf(entry, ground);
  const { critical } = entry.full;
  const drawn = [planned, actual, forecast, trial].map((bar) => (bar ? endOf(bar) : 0));
  return (
    <>
      {original && <path className="rm-original" d={`M${original.x},26v-4h${original.width}v4`} />}
      {preApprovals.map(({ x, width, issued }) => (
        <rect key={x} className={issued ? 'rm-pre issued' : 'rm-pre'} x={x} y={3} width={width} height={3} />
      ))}
      <rect className={critical ? 'rm-planned critical' : 'rm-planned'} {...planned} y={8} height={14} rx={3} />
      {forecast && <rect className="rm-forecast" {...forecast} y={11} height={8} rx={2} />}
      {late && <rect className="rm-late" {...late} y={11} height={8} rx={2} />}
      {actual && <rect className="rm-actual" {...actual} y={11} height={8} rx={2} />}
      {suspensions.map(({ x, width, cause }, index) => (
        <rect key={index} className="rm-suspended" x={x} y={5} width={width} height={20}>
          <title>{`${t.suspended} ${cause}`}</title>
        </rect>
      ))}
      {trial && <rect className="rm-trial" {...trial} y={8} height={14} rx={3} />}
      {isMilestone(entry) && <Flag entry={entry} x={endOf(actual ?? forecast ?? planned)} />}
      <EndWords entry={entry} x={Math.max(...drawn)} />
    </>
  );
}

const endOf = ({ x, width }: Bar): number => x + width;

function Flag({ entry, x }: { entry: Entry; x: number }): ReactNode {
  const reached = entry.forecast.actualOn !== null;
  return <path className={reached ? 'rm-flag reached' : 'rm-flag'} d={`M${x},24V4h11l-3.5,4.5l3.5,4.5h-11`} />;
}

/** The day it ended or is expected to, and by how much that is late. */
function EndWords({ entry, x }: { entry: Entry; x: number }): ReactNode {
  const { actualOn, forecastOn, workdaysLate } = entry.forecast;
  const words = `${actualOn === null ? '' : '✓ '}${shortDay(forecastOn)}`;
  return (
    <text className="rm-end" x={x + (isMilestone(entry) ? 16 : 7)} y={ROW - 11}>
      {words}
      {workdaysLate > 0 && <tspan className="rm-end-late"> {t.lateShort(workdaysLate)}</tspan>}
    </text>
  );
}
