import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { useAsk } from '../../api/hooks.js';
import { getLandToStart } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { acts, roadmapTexts as t } from '../../texts/roadmap.js';
import { lanesOf } from './lanes.js';
import type { LandToStart } from './model.js';
import { useShown } from './shown.js';
import { useRoom } from './use-room.js';

const LANE = 26;
const TOP = 22;
const LETTER = 12.5;
/** Room for the words right of the last bar; below `NARROW` pixels the table alone is shown. */
const WORDS = 250;
const NARROW = 640;

/** 拿地即开工: what is pre-approved before the land is granted and converted after it, around T0. */
export function LandStrip(): ReactNode {
  const { roadmap } = useShown();
  const asked = useAsk(getLandToStart, roadmap.number === null ? null : { caseId: roadmap.caseId });
  const [ref, width] = useRoom();
  const over = asked.error instanceof Refused && asked.error.code === 'land_not_ahead';
  if (over || (!asked.data && !asked.error)) return null;
  return (
    <section ref={ref} className="rm-land" aria-label={t.landTitle}>
      <h2>{t.landTitle}</h2>
      <p className="soft">{t.landHow}</p>
      {asked.error && <Problem error={asked.error} />}
      {asked.data && width >= NARROW && <Strip of={asked.data} width={width} />}
      {asked.data && <AllLines of={asked.data} open={width < NARROW} />}
    </section>
  );
}

/** The chain, the grant and the start; the rest is in the table below. */
function Strip({ of: { lines, contractDay }, width }: { of: LandToStart; width: number }): ReactNode {
  const chain = lines.filter(({ act, itemCode }) => act !== 'formal' || itemCode === 'A09');
  const first = Math.min(...chain.map(({ start }) => start));
  const last = Math.max(...chain.map(({ end }) => end));
  const perDay = (width - WORDS) / Math.max(1, last - first);
  const at = (day: number): number => (day - first) * perDay;
  const placed = lanesOf(
    chain,
    ({ name, end, start }) => end - start + (shortName(name).length * LETTER + 14) / perDay,
  );
  const height = TOP + LANE * (1 + Math.max(...placed.map(({ lane }) => lane)));
  const t0 = at(contractDay);
  return (
    <>
      <ul className="rm-legend" aria-label={t.legend}>
        {ACTS.map((act) => (
          <li key={act}>
            <svg width={18} height={12} aria-hidden="true">
              <rect className={`rm-act ${act}`} width={18} height={12} rx={2} />
            </svg>
            {acts[act]}
          </li>
        ))}
      </ul>
      <svg className="rm-strip" width={width} height={height} aria-hidden="true">
        <line className="rm-t0" x1={t0} x2={t0} y2={height} />
        <text x={t0 - 6} y={13} textAnchor="end" className="rm-t0-words">
          {t.contractDay} T0
        </text>
        {placed.map(({ itemCode, act, name, start, end, lane }) => {
          const y = TOP + lane * LANE;
          const wide = Math.max(4, (end - start) * perDay);
          return (
            <g key={`${itemCode}-${act}`}>
              <rect className={`rm-act ${act}`} x={at(start)} y={y + 3} width={wide} height={12} rx={2} />
              <text x={at(start) + wide + 5} y={y + 13}>
                {shortName(name)}
              </text>
            </g>
          );
        })}
      </svg>
    </>
  );
}

const ACTS = ['pre_approval', 'conversion', 'formal', 'milestone'] as const;

/** Without what stands in brackets: 「施工许可证」, not its whole title. */
const shortName = (name: string): string => name.replace(/[\uff08(].*/u, '').replace(/核发$/, '');

function AllLines({ of: { lines }, open }: { of: LandToStart; open: boolean }): ReactNode {
  return (
    <details open={open}>
      <summary>{t.allLines}</summary>
      <div className="rm-table" role="region" aria-label={t.allLines} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              <th scope="col">{t.act}</th>
              <th scope="col">{t.ends}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ itemCode, act, name, offset }) => (
              <tr key={`${itemCode}-${act}`}>
                <th scope="row">{name}</th>
                <td>{acts[act]}</td>
                <td>{t.offset(offset)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
