import type { ReactNode } from 'react';
import {
  acceptApproval,
  cancelApproval,
  confirmRecord,
  endSpecialProcedure,
  rejectRecord,
  revokeApproval,
  withdrawApproval,
} from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { acts } from '../../texts/filing-acts.js';
import { filings } from '../../texts/filings.js';
import { CorrectionSupply, DeferredSupply } from './applicant-acts.js';
import { DecisionForm } from './decision-form.js';
import type { Filing } from './filing.js';
import { ReasonAct } from './reason-act.js';
import { CorrectionAct, ExtendAct, RefuseAcceptanceAct, SpecialProcedureAct } from './review-acts.js';

interface Props {
  of: Filing;
  onNext: () => void;
}

const DECISIONS = ['grant', 'grant_with_deferral', 'refuse'];

/** What this reader may do with the filing now, the likeliest first; nothing else is shown. */
export function FilingActs({ of, onNext }: Props): ReactNode {
  const may = (...names: string[]) => names.some((name) => of.actions.includes(name));
  return (
    <section aria-labelledby="acts" className="acts">
      <h2 id="acts">{filings.acts}</h2>
      {of.actions.length === 0 && <p className="soft">{filings.nothingToDo}</p>}
      {may('accept') && (
        <ActButton
          command={acceptApproval}
          input={{ id: of.id }}
          label={acts.accept}
          said={({ number }) => acts.accepted(number)}
          kind={{ type: 'primary', autoFocus: true }}
        />
      )}
      {may(...DECISIONS) && <DecisionForm of={of} onNext={onNext} />}
      {may('end_special_procedure') && (
        <ActButton
          command={endSpecialProcedure}
          input={{ id: of.id }}
          label={acts.endSpecial}
          said={({ number }) => acts.specialEnded(number)}
          kind={{ type: 'primary', autoFocus: true }}
        />
      )}
      <RecordActs of={of} />
      <div className="act-row">
        {may('request_correction') && <CorrectionAct of={of} />}
        {may('decline', 'deny') && <RefuseAcceptanceAct of={of} />}
        {may('start_special_procedure') && <SpecialProcedureAct of={of} />}
        {may('extend') && <ExtendAct of={of} />}
        {may('end_correction') && <CorrectionSupply of={of} />}
        {may('supply_deferred') && <DeferredSupply of={of} />}
        {may('withdraw') && (
          <ReasonAct
            command={withdrawApproval}
            id={of.id}
            label={acts.withdraw}
            said={acts.withdrawn(of.number)}
            danger
          />
        )}
        {may('cancel') && (
          <ReasonAct command={cancelApproval} id={of.id} label={acts.cancel} said={acts.cancelled(of.number)} danger />
        )}
        {may('revoke') && (
          <ReasonAct command={revokeApproval} id={of.id} label={acts.revoke} said={acts.revoked(of.number)} danger />
        )}
      </div>
    </section>
  );
}

/** A decision made elsewhere and recorded here: its body says whether it is so (R132). */
function RecordActs({ of: { id, number, actions } }: { of: Filing }): ReactNode {
  return (
    <div className="act-row">
      {actions.includes('confirm_external_decision') && (
        <ActButton
          command={confirmRecord}
          input={{ id }}
          label={acts.confirm}
          said={() => acts.confirmed(number)}
          kind={{ type: 'primary', autoFocus: true }}
        />
      )}
      {actions.includes('reject_external_decision') && (
        <ReasonAct command={rejectRecord} id={id} label={acts.reject} said={acts.rejected(number)} danger />
      )}
    </div>
  );
}
