import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { roadmapTexts as t, standings } from '../../texts/roadmap.js';
import type { Ground, TrialEnd } from './bars.js';
import { RowBarsView } from './chart.js';
import { useGround } from './ground.js';
import { StandingIcon } from './item-column.js';
import { standingOf } from './model.js';
import type { Entry } from './model.js';
import { ROW, stagesOf } from './rows.js';
import { useRoadmapSearch } from './search.js';
import { useShown } from './shown.js';
import { deviation } from './words.js';

const WORDS = 96;

/** The picture on a phone: a list of stages, each item with its own bar over the same days. */
export function PhoneList({ trial, width }: { trial: ReadonlyMap<string, TrialEnd>; width: number }): ReactNode {
  const shown = useShown();
  const ground = useGround({ shown, trial, zoom: 'fit', room: width - WORDS });
  return stagesOf(shown.roadmap.nodes).map(({ stage, entries, done }) => (
    <section key={stage} className="rm-phone-stage" aria-label={stage}>
      <h2>
        {stage} <span className="soft">{t.stageDone(done, entries.length)}</span>
      </h2>
      <ol className="plain">
        {entries.map((entry) => (
          <PhoneItem key={entry.itemCode} {...{ entry, ground, width }} />
        ))}
      </ol>
    </section>
  ));
}

function PhoneItem({ entry, ground, width }: { entry: Entry; ground: Ground; width: number }): ReactNode {
  const { today } = useShown();
  const { set } = useRoadmapSearch();
  const standing = standingOf(entry);
  const { forecast, full } = entry;
  const now = ground.axis.x(ground.days.numberOf(today));
  return (
    <li>
      <button className="rm-phone-item" aria-haspopup="dialog" onClick={() => set({ item: entry.itemCode })}>
        <span className="rm-phone-name">
          <StandingIcon of={standing} /> {entry.name}
          {full.critical && <span className="rm-critical">{t.criticalShort}</span>}
        </span>
        <span className="soft">
          {standings[standing]} · {day(forecast.forecastOn, today)} · {deviation(forecast.workdaysLate)}
        </span>
        <svg width={width} height={ROW} aria-hidden="true">
          <line className="rm-today-line" x1={now} x2={now} y2={ROW} />
          <RowBarsView entry={entry} ground={ground} />
        </svg>
      </button>
    </li>
  );
}
