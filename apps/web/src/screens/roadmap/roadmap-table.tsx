import { Button } from 'antd';
import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { roadmapTexts as t, standings } from '../../texts/roadmap.js';
import { isMoved } from './bars.js';
import { StandingIcon } from './item-column.js';
import { standingOf } from './model.js';
import type { Entry } from './model.js';
import { stagesOf } from './rows.js';
import { useRoadmapSearch } from './search.js';
import { useShown } from './shown.js';
import { bothCounts, deviation, waitsFor } from './words.js';

/** Exactly what the picture shows, as a table: for screen readers, for the keyboard and for copying. */
export function RoadmapTable(): ReactNode {
  const { roadmap } = useShown();
  const heads = [
    t.item,
    t.state,
    t.who,
    t.planned,
    t.original,
    t.actual,
    t.forecast,
    t.deviation,
    t.slack,
    t.suspended,
    t.preApproval,
    t.together,
    t.prerequisites,
  ];
  return (
    <div className="rm-table" role="region" aria-label={t.table} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{t.roadmap}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {stagesOf(roadmap.nodes).map(({ stage, entries, done }) => (
          <tbody key={stage}>
            <tr className="rm-table-stage">
              <th colSpan={heads.length} scope="rowgroup">
                {stage} <span className="soft">{t.stageDone(done, entries.length)}</span>
              </th>
            </tr>
            {entries.map((entry) => (
              <Line key={entry.itemCode} entry={entry} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Line({ entry }: { entry: Entry }): ReactNode {
  const { roadmap, today, preApprovals, groups } = useShown();
  const { set } = useRoadmapSearch();
  const { full, original, forecast, suspensions, itemCode, name } = entry;
  const standing = standingOf(entry);
  const nameOf = (code: string) => roadmap.nodes.find((node) => node.itemCode === code)?.name ?? code;
  const chain = preApprovals.find((one) => one.itemCode === itemCode);
  const group = groups.get(itemCode);
  const together = roadmap.nodes.filter(
    (node) => node.itemCode !== itemCode && group && groups.get(node.itemCode) === group,
  );
  const stopped = suspensions.map(({ from, to, cause }) =>
    t.suspensionOf(day(from, today), to === null ? t.untilNow : day(to, today), cause),
  );
  return (
    <tr>
      <th scope="row">
        <Button type="link" onClick={() => set({ item: itemCode })}>
          {name}
        </Button>
        {full.critical && <span className="rm-critical">{t.critical}</span>}
      </th>
      <td>
        <StandingIcon of={standing} /> {standings[standing]}
      </td>
      <td>{entry.agentName ? `${entry.responsible} · ${entry.agentName}` : entry.responsible}</td>
      <td>
        <Span from={full.startsOn} to={full.endsOn} />
      </td>
      <td>{original && isMoved(entry) && <Span from={original.startsOn} to={original.endsOn} />}</td>
      <td>{forecast.actualOn && <Span from={forecast.actualFrom ?? forecast.actualOn} to={forecast.actualOn} />}</td>
      <td>{forecast.actualOn === null && <Span from={forecast.forecastFrom} to={forecast.forecastOn} />}</td>
      <td>{deviation(forecast.workdaysLate)}</td>
      <td>{t.slackDays(full.slack)}</td>
      <td>{stopped.join('\n')}</td>
      <td>{chain && <Span from={chain.appliedOn} to={chain.issuedOn ?? today} />}</td>
      <td>{together.map((node) => node.name).join(t.and)}</td>
      <td className="rm-table-wide">{waitsFor(entry, nameOf)}</td>
    </tr>
  );
}

function Span({ from, to }: { from: string; to: string }): ReactNode {
  const { days, today } = useShown();
  return (
    <>
      {from === to ? day(to, today) : `${day(from, today)} – ${day(to, today)}`}
      <small>{bothCounts(days.numberOf(to) - days.numberOf(from), from, to)}</small>
    </>
  );
}
