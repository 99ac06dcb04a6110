import { Input } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { recordLeave } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { useToday } from '../../parts/now.js';
import { people } from '../../texts/people.js';
import { shell } from '../../texts/shell.js';
import { AgentPicker } from './pickers.js';
import type { Agent } from './people.js';

interface Values {
  from: string;
  to: string;
  substituteId?: string;
  reason: string;
}

/** 登记请假: from, to, who stands in. */
export function RecordLeave({ of }: { of: Agent }): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={people.recordLeave} title={`${people.recordLeave} · ${of.name}`}>
      {(close) => (
        <ActForm<typeof contracts.recordLeave, Values>
          command={recordLeave}
          initial={{ from: today }}
          input={({ substituteId, ...values }) => ({ agentId: of.id, substituteId: substituteId ?? null, ...values })}
          submit={people.recordLeave}
          said={() => people.leaveRecorded}
          onDone={close}
          fields={[
            { name: 'from', label: people.leaveFrom, required: true, day: true, control: <DateField /> },
            { name: 'to', label: people.leaveTo, required: true, day: true, control: <DateField /> },
            {
              name: 'substituteId',
              label: people.substituteField,
              control: <AgentPicker institutionId={of.institutionId} without={[of.id]} />,
            },
            { name: 'reason', label: shell.reason, required: true, control: <Input maxLength={200} /> },
          ]}
        />
      )}
    </ActDialog>
  );
}
