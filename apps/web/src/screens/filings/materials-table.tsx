import type { ReactNode } from 'react';
import { Mark } from '../../parts/marks.js';
import { day } from '../../parts/dates.js';
import { filings } from '../../texts/filings.js';
import type { Filing } from './filing.js';
import { useCase } from './item-names.js';

type Entry = Filing['materials'][number];

/** What the item asks for, where each paper comes from, and what is still missing. */
export function MaterialsTable({ of: { caseId, materials, deferrals, spans } }: { of: Filing }): ReactNode {
  const { nameOf } = useCase(caseId);
  const asked = spans.find(({ kind, to }) => kind === 'correction' && to === null)?.materials ?? [];
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{filings.materials}</h2>
      <div className="scroller" tabIndex={0} role="group" aria-label={filings.materials}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{filings.material}</th>
              <th scope="col">{filings.importance}</th>
              <th scope="col">{filings.source}</th>
              <th scope="col">{filings.state}</th>
            </tr>
          </thead>
          <tbody>
            {materials.map((entry) => (
              <tr key={entry.code}>
                <td>{entry.name}</td>
                <td>{entry.importance === '核心要件' ? filings.core : filings.minor}</td>
                <td>{originWords(entry.origin, nameOf)}</td>
                <td>
                  {asked.includes(entry.code) && <Mark tone="gold">{filings.asked}</Mark>} <Gap entry={entry} />{' '}
                  <Deferred deferral={deferrals.find(({ materialCode }) => materialCode === entry.code)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function originWords(origin: Entry['origin'], nameOf: (code: string) => string): string {
  switch (origin.kind) {
    case 'form':
      return origin.signed ? filings.originFormSigned : filings.originForm;
    case 'shared':
      return filings.originShared;
    case 'from_item':
      return filings.originItems(origin.items.map(nameOf).join('、'));
    case 'ask_unit':
      return origin.supplied ? filings.originSupplied : filings.originAsk;
    case 'ask_situation':
      return filings.originSituation(origin.situation);
    case 'not_applicable':
      return filings.originNotApplicable;
  }
}

const GAPS = {
  blocks_acceptance: { tone: 'cinnabar', words: () => filings.gapAcceptance },
  blocks_decision: { tone: 'gold', words: () => filings.gapDecision },
  deferrable: { tone: 'indigo', words: () => filings.gapDeferrable },
} as const;

export function Gap({ entry: { gap, origin } }: { entry: Entry }): ReactNode {
  if (origin.kind === 'not_applicable') return null;
  if (gap === null) return <Mark tone="jade">{filings.originAvailable}</Mark>;
  const { tone, words } = GAPS[gap];
  return <Mark tone={tone}>{words()}</Mark>;
}

function Deferred({ deferral }: { deferral: Filing['deferrals'][number] | undefined }): ReactNode {
  if (!deferral) return null;
  const { suppliedOn, dueOn, withinWorkdays } = deferral;
  if (suppliedOn) return <span className="small soft">{filings.deferralSupplied(day(suppliedOn))}</span>;
  return (
    <span className="small">{dueOn ? filings.deferralOpen(day(dueOn)) : filings.deferralWaiting(withinWorkdays)}</span>
  );
}
