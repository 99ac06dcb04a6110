import type { ReactNode } from 'react';
import { home, stagesShort } from '../../texts/home.js';

interface Progress {
  stage: string | null;
  itemsDone: number;
  itemsTotal: number;
}

const STAGES = Object.keys(stagesShort) as (keyof typeof stagesShort)[];

/** Where among the five stages a project stands: past, here, ahead. */
export function StageLine({ stage, itemsDone, itemsTotal }: Progress): ReactNode {
  if (itemsTotal === 0) return <p className="soft small stage-line-none">{home.noPlan}</p>;
  const here = stage === null ? STAGES.length : STAGES.findIndex((name) => name === stage);
  return (
    <div className="stage-line">
      <ol aria-label={home.stages}>
        {STAGES.map((name, index) => (
          <li
            key={name}
            data-at={index < here ? 'past' : index === here ? 'here' : 'ahead'}
            {...(index === here ? { 'aria-current': 'step' } : {})}
          >
            {stagesShort[name]}
          </li>
        ))}
      </ol>
      <span className="soft small">{home.progress(itemsDone, itemsTotal)}</span>
    </div>
  );
}
