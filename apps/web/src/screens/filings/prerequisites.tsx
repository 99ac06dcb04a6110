import type { ReactNode } from 'react';
import { Mark } from '../../parts/marks.js';
import { filings } from '../../texts/filings.js';
import type { Filing } from './filing.js';

type Group = Filing['prerequisites'][number];
const STANDINGS = {
  decided: { tone: 'jade', words: () => filings.standingDecided },
  back_filled: { tone: 'jade', words: () => filings.standingBackFilled },
  to_be_verified: { tone: 'indigo', words: () => filings.standingVerify },
  pre_approved: { tone: 'gold', words: () => filings.standingPre },
  open: { tone: 'cinnabar', words: () => filings.standingOpen },
} as const;

/** What must be there before a grant, of the project's own set: one line for each condition, any item of it will do (R8). */
export function Prerequisites({ of: { prerequisites } }: { of: Filing }): ReactNode {
  return (
    <section aria-labelledby="prerequisites">
      <h2 id="prerequisites">{filings.prerequisites}</h2>
      {prerequisites.length === 0 && <p className="soft">{filings.noPrerequisites}</p>}
      <ul className="plain conditions">
        {prerequisites.map((group) => (
          <Condition key={group.items.map(({ itemCode }) => itemCode).join()} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Condition({ group: { items } }: { group: Group }): ReactNode {
  return (
    <li>
      {items.map(({ itemCode, itemName, works, standing }, at) => {
        const { tone, words } = STANDINGS[standing];
        return (
          <span key={`${itemCode}${works ?? ''}`}>
            {at > 0 && <span className="soft">{filings.either}</span>}
            {itemName}
            {works && ` · ${works}`} <Mark tone={tone}>{words()}</Mark>
          </span>
        );
      })}
    </li>
  );
}
