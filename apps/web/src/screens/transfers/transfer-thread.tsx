import type { ReactNode } from 'react';
import type { Transfer } from '#libs/contracts/agents.js';
import { instant } from '../../parts/dates.js';
import { useNow } from '../../parts/now.js';
import { paperForms, transferMethods, transfers } from '../../texts/transfers.js';
import { useItemNames } from '../catalogue/item-names.js';
import { TransferActs, TransferState } from './transfer-acts.js';

/** What went between the institutions, the newest first, as both see it. */
export function TransferThread({ of }: { of: Transfer[] }): ReactNode {
  if (of.length === 0) return <p className="soft">{transfers.noThread}</p>;
  return (
    <ol className="thread-line">
      {of.toReversed().map((transfer) => (
        <Turn key={transfer.id} of={transfer} />
      ))}
    </ol>
  );
}

function Turn({ of }: { of: Transfer }): ReactNode {
  const nameOf = useItemNames();
  const papers = of.materials.map(({ name, form }) => `${name}(${paperForms[form]})`);
  const way = [
    transferMethods[of.method],
    of.methodNote,
    of.trackingNumber !== null && transfers.tracking(of.trackingNumber),
  ];
  return (
    <li className={`passage passage-${of.state}`}>
      <div className="passage-head">
        <strong>{transfers.fromTo(of.fromInstitutionName, of.toInstitutionName)}</strong>
        <TransferState state={of.state} />
        <span className="soft small">{transfers.ordinal(of.ordinal)}</span>
        <TransferActs of={of} />
      </div>
      <p className="small">
        {transfers.by(of.proposedBy, instant(of.proposedAt))} · {transfers.liaison(of.liaisonName)} ·{' '}
        {way.filter(Boolean).join(' · ')}
      </p>
      <p className="small">
        {transfers.items}:{of.itemCodes.map((code) => nameOf(code)).join('、')}
      </p>
      <p className="small">
        {transfers.materials}:{papers.length > 0 ? papers.join('、') : transfers.noMaterials}
      </p>
      {of.overrideReason && (
        <p className="small">
          {transfers.overrideReason}:{of.overrideReason}
        </p>
      )}
      {of.decision && (
        <p className="small">
          {transfers.decision}:{of.decision}
        </p>
      )}
      <Settlement of={of} />
    </li>
  );
}

function Settlement({ of }: { of: Transfer }): ReactNode {
  const late = useNow() > of.receiptDueAt;
  const due = instant(of.receiptDueAt);
  if (of.settledAt === null) {
    return <p className={late ? 'small late' : 'small soft'}>{late ? transfers.overdue(due) : transfers.due(due)}</p>;
  }
  const say = of.state === 'returned' ? transfers.returnedBy : transfers.receivedBy;
  return (
    <blockquote>
      {of.settlement}
      <footer className="small soft">{say(of.settledBy ?? '', instant(of.settledAt))}</footer>
    </blockquote>
  );
}
