import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listMandates as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { listMandates } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { papers } from '../../texts/case-papers.js';
import type { CaseTab } from './case-page.js';

type Mandate = Output<typeof contract>['items'][number];

/** Powers of attorney: the unit grants and ends them on its own page; here agents see what they may file. */
export function Mandates({ of }: CaseTab): ReactNode {
  const found = useAsk(listMandates, { caseId: of.id });
  return (
    <Section title={papers.mandates}>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{papers.noMandates}</p>
          ) : (
            <ul className="plain case-rows">
              {items.map((mandate) => (
                <Line key={mandate.id} mandate={mandate} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

function Line({ mandate }: { mandate: Mandate }): ReactNode {
  const { holderName, itemCodes, validFrom, validTo, endedOn, inForce } = mandate;
  return (
    <li>
      <span>
        <strong>{papers.holder(holderName)}</strong>{' '}
        <span className="soft small">{itemCodes ? itemCodes.join('、') : papers.allItems}</span>
      </span>
      <span className="small">{papers.span(day(validFrom), day(validTo))}</span>
      <Mark tone={inForce ? 'jade' : 'ink'}>
        {inForce ? papers.inForce : endedOn ? papers.ended(day(endedOn)) : papers.replaced}
      </Mark>
    </li>
  );
}
