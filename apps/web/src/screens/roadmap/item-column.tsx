import {
  CaretDownOutlined,
  CaretRightOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  PauseCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { roadmapTexts as t, standings } from '../../texts/roadmap.js';
import { standingOf } from './model.js';
import type { Entry, Standing } from './model.js';
import { BAND, ROW } from './rows.js';
import type { Row } from './rows.js';

const ICONS: Record<Standing, ReactNode> = {
  done: <CheckCircleFilled />,
  running: <ClockCircleOutlined />,
  paused: <PauseCircleFilled />,
  late: <WarningFilled />,
  waiting: <MinusCircleOutlined />,
};

/** How an item stands: a shape and a tone; the word is in its name. */
export const StandingIcon = ({ of }: { of: Standing }): ReactNode => (
  <span className={`rm-standing ${of}`} aria-hidden="true">
    {ICONS[of]}
  </span>
);

interface Props {
  rows: readonly Row[];
  chosen: string | null;
  today: string;
  onToggle: (stage: string) => void;
  onChoose: (code: string) => void;
  /** Told when an item has the keyboard, with its place on the screen. */
  onFocus: (row: { code: string; x: number; y: number } | null) => void;
}

/** Stages and items as one column of buttons: a single tab stop, walked with the arrow keys. */
export function ItemColumn({ rows, chosen, today, onToggle, onChoose, onFocus }: Props): ReactNode {
  const [at, setAt] = useState(0);
  const stop = Math.min(at, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = steps(event.key, stop, rows);
    if (next === null) return;
    event.preventDefault();
    if (typeof next === 'string') return onToggle(next);
    setAt(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="rm-column" role="group" aria-label={t.items} aria-describedby="rm-how" onKeyDown={onKeyDown}>
      {rows.map((row, index) => {
        const common = { tabIndex: index === stop ? 0 : -1, onFocus: () => setAt(index) };
        return row.kind === 'stage' ? (
          <button
            key={row.stage.stage}
            {...common}
            className="rm-stage"
            style={{ height: BAND }}
            aria-expanded={row.open}
            onClick={() => onToggle(row.stage.stage)}
          >
            {row.open ? <CaretDownOutlined /> : <CaretRightOutlined />}
            <strong>{row.stage.stage}</strong>
            <span className="soft">{t.stageDone(row.stage.done, row.stage.entries.length)}</span>
          </button>
        ) : (
          <ItemButton
            key={row.entry.itemCode}
            {...{ entry: row.entry, today, tabIndex: common.tabIndex, open: row.entry.itemCode === chosen }}
            onClick={() => onChoose(row.entry.itemCode)}
            onBlur={() => onFocus(null)}
            onFocus={({ right, top }) => {
              setAt(index);
              onFocus({ code: row.entry.itemCode, x: right, y: top });
            }}
          />
        );
      })}
    </div>
  );
}

interface ItemProps {
  entry: Entry;
  today: string;
  tabIndex: number;
  open: boolean;
  onClick: () => void;
  onBlur: () => void;
  onFocus: (place: DOMRect) => void;
}

function ItemButton({ entry, today, tabIndex, open, onClick, onBlur, onFocus }: ItemProps): ReactNode {
  const standing = standingOf(entry);
  const { critical } = entry.full;
  return (
    <button
      className="rm-item"
      style={{ height: ROW }}
      {...{ tabIndex, onClick, onBlur }}
      aria-haspopup="dialog"
      aria-expanded={open}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) onFocus(currentTarget.getBoundingClientRect());
      }}
    >
      <StandingIcon of={standing} />
      <span className={critical ? 'rm-name critical' : 'rm-name'}>{entry.name}</span>
      {critical && <span className="rm-critical">{t.criticalShort}</span>}
      <span className="visually-hidden">
        {`${standings[standing]},${t.ends} ${day(entry.forecast.forecastOn, today)}`}
      </span>
    </button>
  );
}

/** Where a key leads: another row, or a stage to open or close; null for any other key. */
function steps(key: string, at: number, rows: readonly Row[]): number | string | null {
  const row = rows[at];
  if (!row) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows.length - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowLeft':
      if (row.kind === 'item') return rows.findLastIndex(({ kind }, index) => kind === 'stage' && index < at);
      return row.open ? row.stage.stage : null;
    case 'ArrowRight':
      return row.kind === 'stage' && !row.open ? row.stage.stage : null;
    default:
      return null;
  }
}
