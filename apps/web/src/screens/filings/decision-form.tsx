import { Button, Input, Radio } from 'antd';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { decideApproval as contract } from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { decideApproval } from '../../api/operations.js';
import { useToday } from '../../parts/now.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { acts } from '../../texts/filing-acts.js';
import { results } from '../../texts/filings.js';
import type { Filing } from './filing.js';

type Decision = Omit<RawInput<typeof contract>, 'id'>;
const RESULT_OF = { grant: 'granted', grant_with_deferral: 'granted_with_deferral', refuse: 'refused' } as const;
const isRefusal = ({ result }: Partial<Decision>): boolean => result === 'refused';

interface Props {
  of: Filing;
  /** Goes on to the next filing of the queue. */
  onNext: () => void;
}

/** The decision in a few keystrokes: number, Ctrl+Enter. */
export function DecisionForm({ of: { id, number, actions, deferrals }, onNext }: Props): ReactNode {
  const today = useToday();
  const goesOn = useRef(false);
  const documentNumber = {
    name: 'documentNumber',
    label: acts.documentNumber,
    control: <Input autoComplete="off" maxLength={80} />,
  };
  const owes = deferrals.some(({ suppliedOn }) => suppliedOn === null);
  const choices = (Object.keys(RESULT_OF) as (keyof typeof RESULT_OF)[])
    .filter((name) => actions.includes(name) && (name !== 'grant_with_deferral' || owes))
    .map((name) => ({ value: RESULT_OF[name], label: results[RESULT_OF[name]] }));
  return (
    <ActForm<typeof contract, Decision>
      command={decideApproval}
      submit={acts.decideButton}
      initial={{ result: owes ? 'granted_with_deferral' : 'granted', decidedOn: today }}
      input={({ documentNumber, reason, ...decision }) => ({
        id,
        ...decision,
        documentNumber: documentNumber || null,
        reason: isRefusal(decision) ? reason || null : null,
      })}
      said={({ result }) => acts.decided(number, result ? results[result] : '')}
      onDone={() => {
        if (goesOn.current) onNext();
      }}
      beside={(send) => (
        <Button
          onClick={() => {
            goesOn.current = true;
            send();
          }}
        >
          {acts.decideNext}
        </Button>
      )}
      fields={[
        { ...documentNumber, required: true, when: (decision) => !isRefusal(decision) },
        { ...documentNumber, hint: acts.documentNumberHint, when: isRefusal },
        { name: 'decidedOn', label: acts.decidedOn, control: <DateField />, required: true, day: true },
        { name: 'result', label: acts.result, control: <Radio.Group options={choices} />, required: true },
        {
          name: 'reason',
          label: acts.refusalReason,
          control: <Input.TextArea rows={3} maxLength={500} showCount />,
          required: true,
          when: isRefusal,
        },
      ]}
    />
  );
}
