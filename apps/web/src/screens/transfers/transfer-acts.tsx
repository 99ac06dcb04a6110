import type { ReactNode } from 'react';
import type { Transfer } from '#libs/contracts/agents.js';
import { receiveTransfer, returnTransfer } from '../../api/operations.js';
import { Mark } from '../../parts/marks.js';
import { TextAct } from '../../parts/text-act.js';
import { transferStates, transfers } from '../../texts/transfers.js';

const TONES = { proposed: 'gold', received: 'jade', returned: 'cinnabar' } as const;

export const TransferState = ({ state }: Pick<Transfer, 'state'>): ReactNode => (
  <Mark tone={TONES[state]}>{transferStates[state]}</Mark>
);

/** Receive or return with the reason, for the institution it waits for. */
export function TransferActs({ of }: { of: Transfer }): ReactNode {
  const input = { caseId: of.caseId, transferId: of.id };
  const may = (operation: string) => of.actions.includes(`agents.${operation}`);
  return (
    <span className="row-acts">
      {may('receive-transfer') && (
        <TextAct
          command={receiveTransfer}
          input={(receipt) => ({ ...input, receipt })}
          label={transfers.receive}
          title={transfers.receiveTitle(of.projectName)}
          kind={{ type: 'primary' }}
          field={transfers.receipt}
          initial={transfers.receiptFull}
          said={({ projectName }) => transfers.received(projectName)}
        />
      )}
      {may('return-transfer') && (
        <TextAct
          command={returnTransfer}
          input={(reason) => ({ ...input, reason })}
          label={transfers.giveBack}
          title={transfers.giveBackTitle(of.projectName)}
          field={transfers.giveBackReason}
          said={({ fromInstitutionName }) => transfers.givenBack(fromInstitutionName)}
        />
      )}
    </span>
  );
}
