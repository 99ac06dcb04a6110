import type { ReactNode } from 'react';
import type { HandOver } from '#libs/contracts/agents.js';
import { acceptHandOver, returnHandOver } from '../../api/operations.js';
import { ConfirmAct } from '../../parts/confirm-act.js';
import { Mark } from '../../parts/marks.js';
import { TextAct } from '../../parts/text-act.js';
import { handOverStates, handing } from '../../texts/handing.js';

const TONES = { proposed: 'gold', accepted: 'jade', returned: 'cinnabar' } as const;

export const HandOverState = ({ state }: Pick<HandOver, 'state'>): ReactNode => (
  <Mark tone={TONES[state]}>{handOverStates[state]}</Mark>
);

/** Accept or return, for the one it waits for. */
export function HandOverActs({ of }: { of: HandOver }): ReactNode {
  const input = { caseId: of.caseId, handOverId: of.id };
  const may = (operation: string) => of.actions.includes(`agents.${operation}`);
  return (
    <span className="row-acts">
      {may('accept-hand-over') && (
        <ConfirmAct
          command={acceptHandOver}
          input={input}
          label={handing.accept}
          what={handing.acceptWhat(of.projectName, of.fromAgentName)}
          said={({ projectName }) => handing.accepted(projectName)}
          kind={{ type: 'primary' }}
        />
      )}
      {may('return-hand-over') && (
        <TextAct
          command={returnHandOver}
          input={(reason) => ({ ...input, reason })}
          label={handing.giveBack}
          title={`${handing.giveBack} · ${of.projectName}`}
          field={handing.giveBackReasons}
          hint={handing.giveBackHint}
          said={({ fromAgentName }) => handing.givenBack(fromAgentName)}
        />
      )}
    </span>
  );
}
