import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { AxisHead } from './axis-head.js';
import type { TrialEnd } from './bars.js';
import { Chart } from './chart.js';
import { AFTER, useGround } from './ground.js';
import { ItemCard } from './item-card.js';
import { ItemColumn } from './item-column.js';
import { Legend } from './legend.js';
import { PhoneList } from './phone-list.js';
import { bracketsOf, rowsOf, stagesOf } from './rows.js';
import { useRoadmapSearch } from './search.js';
import { useShown } from './shown.js';
import { useRoom } from './use-room.js';

const COLUMN = 264;
const NARROW = 640;

interface Pointed {
  code: string;
  x: number;
  y: number;
}

/** The roadmap as a picture: stages as bands, items as rows, working days across. */
export function Picture({ trial }: { trial: ReadonlyMap<string, TrialEnd> }): ReactNode {
  const [ref, width] = useRoom();
  const narrow = width > 0 && width < NARROW;
  return (
    <div ref={ref} className="rm-picture">
      <Legend />
      {width === 0 ? null : narrow ? (
        <PhoneList trial={trial} width={width} />
      ) : (
        <Frame trial={trial} room={width - COLUMN - AFTER - 2} />
      )}
    </div>
  );
}

function Frame({ trial, room }: { trial: ReadonlyMap<string, TrialEnd>; room: number }): ReactNode {
  const shown = useShown();
  const { zoom, item, set } = useRoadmapSearch();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const ground = useGround({ shown, trial, zoom, room });
  const stages = useMemo(() => stagesOf(shown.roadmap.nodes), [shown.roadmap]);
  const { rows, height } = useMemo(() => rowsOf(stages, collapsed), [stages, collapsed]);
  const brackets = useMemo(() => bracketsOf(rows, shown.groups), [rows, shown.groups]);
  const toggle = (stage: string) =>
    setCollapsed((now) =>
      now.has(stage) ? new Set([...now].filter((one) => one !== stage)) : new Set([...now, stage]),
    );
  const choose = useCallback((code: string) => set({ item: code }), [set]);
  useEffect(() => {
    const dismiss = ({ key }: KeyboardEvent) => key === 'Escape' && setPointed(null);
    addEventListener('keydown', dismiss);
    return () => removeEventListener('keydown', dismiss);
  }, []);
  return (
    <>
      <p id="rm-how" className="visually-hidden">
        {t.itemsHow}
      </p>
      <div className="rm-frame" onScroll={() => setPointed(null)}>
        <div className="rm-canvas" style={{ width: COLUMN + ground.axis.width + AFTER }}>
          <div className="rm-head">
            <div className="rm-corner" style={{ width: COLUMN }} />
            <AxisHead ground={ground} calendar={shown.calendar} />
          </div>
          <div className="rm-body">
            <ItemColumn
              rows={rows}
              chosen={item}
              today={shown.today}
              onToggle={toggle}
              onChoose={choose}
              onFocus={setPointed}
            />
            <Chart {...{ ground, rows, height, brackets }} chosen={item} onPoint={setPointed} onChoose={choose} />
          </div>
        </div>
      </div>
      <Hint pointed={pointed} />
    </>
  );
}

const HINT = { width: 348, height: 330, gap: 14 };

/** The card beside the pointer or the focused row; Escape puts it away. */
function Hint({ pointed }: { pointed: Pointed | null }): ReactNode {
  const { roadmap } = useShown();
  const entry = roadmap.nodes.find(({ itemCode }) => itemCode === pointed?.code);
  if (!pointed || !entry) return null;
  const left =
    pointed.x + HINT.gap + HINT.width < innerWidth ? pointed.x + HINT.gap : pointed.x - HINT.gap - HINT.width;
  const top = Math.max(8, Math.min(pointed.y + HINT.gap, innerHeight - HINT.height));
  return (
    <div className="rm-hint" role="tooltip" style={{ left: Math.max(8, left), top, width: HINT.width }}>
      <strong>{entry.name}</strong>
      <ItemCard entry={entry} />
    </div>
  );
}
