import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getLandToStart } from '../../api/operations.js';
import { day, dayOf } from '../../parts/dates.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { isMilestone, nextBlocker } from './model.js';
import { useShown } from './shown.js';
import { deviation } from './words.js';

/** Above the picture, in one sentence: when it ends, how far that is from the plan, and what comes next. */
export function Summary(): ReactNode {
  const { roadmap, days, today, blockers } = useShown();
  const { nodes, number, signedBy, signedAt } = roadmap;
  const saved = useAsk(getLandToStart, number === null ? null : { caseId: roadmap.caseId }).data?.daysSaved ?? 0;
  const ends =
    nodes
      .map(({ forecast }) => forecast.forecastOn)
      .sort()
      .at(-1) ?? roadmap.endOn;
  const late = days.numberOf(ends) - days.numberOf(roadmap.endOn);
  const items = nodes.filter((node) => !isMilestone(node));
  const done = items.filter(({ forecast }) => forecast.actualOn !== null).length;
  const next = nextBlocker(blockers, nodes);
  const tone = late > 0 ? 'rm-tone late' : 'rm-tone';
  return (
    <div className="rm-summary">
      <p className="rm-headline">
        <span>{done === items.length ? t.ended : t.expectedEnd}</span> <strong>{day(ends, today)}</strong>{' '}
        <span className={tone}>{late === 0 ? t.endOnTime : deviation(late)}</span>
      </p>
      {next && <p className="rm-next">{t.next(`${next.name},${next.sentence}`)}</p>}
      <ul className="rm-facts-line">
        {saved > 0 && <li>{t.saved(saved)}</li>}
        <li>{t.progress(done, items.length)}</li>
        <li>{t.plannedEnd(day(roadmap.endOn, today))}</li>
        <li>{t.workdaysInAll(roadmap.approvalWorkdays, roadmap.fullWorkdays)}</li>
        {number !== null && signedBy && signedAt && <li>{t.signed(number, signedBy, day(dayOf(signedAt), today))}</li>}
      </ul>
      {roadmap.warnings.length > 0 && (
        <ul className="rm-warnings">
          {roadmap.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
