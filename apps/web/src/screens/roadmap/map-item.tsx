import type { ReactNode } from 'react';
import { roadmapTexts as t, standings } from '../../texts/roadmap.js';
import { StandingIcon } from './item-column.js';
import type { Mark } from './dependency-map.js';
import { BOX } from './map-graph.js';
import { standingOf } from './model.js';
import type { Entry } from './model.js';
import { shortDay } from './words.js';

interface Props {
  entry: Entry;
  place: { x: number; y: number } | undefined;
  mark: Mark;
  tabIndex: number;
  onFocus: () => void;
  onClick: () => void;
}

/** One item on the map; chosen once it marks what is before and after it, chosen again it shows its details. */
export function MapItem({ entry, place, mark, tabIndex, onFocus, onClick }: Props): ReactNode {
  if (!place) return null;
  const { full, forecast, itemCode, name } = entry;
  const standing = standingOf(entry);
  return (
    <button
      className={`rm-box ${mark} ${full.critical ? 'critical' : ''}`}
      style={{ left: place.x, top: place.y, ...BOX }}
      data-code={itemCode}
      aria-pressed={mark === 'self'}
      {...{ tabIndex, onFocus, onClick }}
    >
      <span className="rm-box-name">{name}</span>
      <span className="rm-box-foot">
        <StandingIcon of={standing} />
        <span className="visually-hidden">{standings[standing]}</span> {shortDay(forecast.forecastOn)}
        {full.critical && <span className="rm-critical">{t.criticalShort}</span>}
      </span>
    </button>
  );
}
