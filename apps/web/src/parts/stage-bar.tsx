import type { ReactNode } from 'react';
import { progress } from '../texts/light.js';
import { stageMeaning, stageName } from '../texts/stages.js';
import '../theme/stages.css';

export interface StageCount {
  name: string;
  done: number;
  total: number;
}

const at = (stages: readonly StageCount[], index: number): 'done' | 'now' | 'ahead' => {
  const open = stages.findIndex(({ done, total }) => done < total);
  if (open === -1 || index < open) return 'done';
  return index === open ? 'now' : 'ahead';
};
const MARKS = { done: '✓', now: '▸', ahead: '' };

/** How far a project is, stage by stage; `explained` says what each stage is for. Plain React: the light pages use it, too. */
export function StageBar({ stages, explained }: { stages: StageCount[]; explained?: boolean }): ReactNode {
  return (
    <ol className="stages">
      {stages.map(({ name, done, total }, index) => {
        const where = at(stages, index);
        return (
          <li key={name} className="stage" data-at={where} {...(where === 'now' ? { 'aria-current': 'step' } : {})}>
            <span className="stage-track" aria-hidden="true">
              <span style={{ width: `${total > 0 ? (done / total) * 100 : 0}%` }} />
            </span>
            <span className="stage-name">
              <span className="stage-mark" aria-hidden="true">
                {MARKS[where]}
              </span>
              {stageName(name)}
            </span>
            <span className="stage-count">{progress.count(done, total)}</span>
            {explained && <p>{stageMeaning(name)}</p>}
          </li>
        );
      })}
    </ol>
  );
}
