import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { roadmapTexts as t, standings } from '../../texts/roadmap.js';
import { StandingIcon } from './item-column.js';
import { standingOf } from './model.js';
import type { Entry } from './model.js';
import { useShown } from './shown.js';
import { bothCounts, deviation, stretch, waitsFor } from './words.js';

/** Everything about one item: its days in both counts, who has it, what it waits for. */
export function ItemCard({ entry }: { entry: Entry }): ReactNode {
  const { roadmap, days, today, preApprovals, blockers } = useShown();
  const waiting = blockers.find(({ itemCode }) => itemCode === entry.itemCode)?.sentence;
  const { full, forecast, original, suspensions } = entry;
  const nameOf = (code: string) => roadmap.nodes.find(({ itemCode }) => itemCode === code)?.name ?? code;
  const standing = standingOf(entry);
  const span = (from: string, to: string) => (
    <>
      {stretch(from, to, today)}
      <small>{bothCounts(days.numberOf(to) - days.numberOf(from), from, to)}</small>
    </>
  );
  const facts: [string, ReactNode][] = [
    [
      t.state,
      <span key="state">
        <StandingIcon of={standing} /> {standings[standing]}
      </span>,
    ],
    [t.who, entry.agentName ? `${entry.responsible} · ${entry.agentName}` : entry.responsible],
    ...(waiting ? [fact(t.waits, waiting)] : []),
    [t.planned, span(full.startsOn, full.endsOn)],
    ...(original && original.endsOn !== full.endsOn
      ? [fact(t.original, span(original.startsOn, original.endsOn))]
      : []),
    forecast.actualOn === null
      ? [t.forecast, span(forecast.forecastFrom, forecast.forecastOn)]
      : [t.actual, forecast.actualFrom ? span(forecast.actualFrom, forecast.actualOn) : day(forecast.actualOn, today)],
    [t.deviation, deviation(forecast.workdaysLate)],
    [t.slack, full.critical ? t.critical : t.slackDays(full.slack)],
    ...preApprovals
      .filter(({ itemCode }) => itemCode === entry.itemCode)
      .map(({ appliedOn, issuedOn }) => fact(t.preApproval, stretch(appliedOn, issuedOn ?? today, today))),
    ...suspensions.map(({ from, to, cause }) =>
      fact(t.suspended, t.suspensionOf(day(from, today), to === null ? t.untilNow : day(to, today), cause)),
    ),
    [t.prerequisites, waitsFor(entry, nameOf)],
  ];
  return (
    <dl className="rm-facts">
      {facts.map(([term, said], index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

const fact = (term: string, said: ReactNode): [string, ReactNode] => [term, said];
