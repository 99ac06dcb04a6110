import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import type { TrialEnd } from './bars.js';
import { ItemCard } from './item-card.js';
import type { Entry } from './model.js';
import { MoveForm } from './move-form.js';

interface Props {
  entry: Entry;
  mayMove: boolean;
  onTrial: (trial: ReadonlyMap<string, TrialEnd>) => void;
  onClose: () => void;
}

/** One item beside the picture, which stays in sight while a new date is tried. Escape closes it and goes back. */
export function ItemPanel({ entry, mayMove, onTrial, onClose }: Props): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={panel}
      className="rm-panel"
      role="dialog"
      aria-label={t.details(entry.name)}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <header>
        <h2>{entry.name}</h2>
        <Button type="text" icon={<CloseOutlined />} aria-label={t.close} onClick={onClose} />
      </header>
      <ItemCard entry={entry} />
      {mayMove && !moving && <Button onClick={() => setMoving(true)}>{t.move}</Button>}
      {mayMove && moving && <MoveForm entry={entry} onTrial={onTrial} onDone={() => setMoving(false)} />}
    </div>
  );
}
