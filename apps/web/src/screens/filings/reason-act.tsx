import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Command, RawInput } from '#libs/contracts/define.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { acts } from '../../texts/filing-acts.js';

interface Props<C extends Command> {
  command: Callable<C>;
  id: string;
  label: string;
  said: string;
  danger?: boolean;
}

/** An act that needs nothing but its reason. */
export function ReasonAct<C extends Command>({ command, id, label, said, danger = false }: Props<C>): ReactNode {
  return (
    <ActDialog label={label} kind={{ danger }}>
      {(close) => (
        <ActForm<C, { reason: string }>
          command={command}
          submit={label}
          danger={danger}
          input={({ reason }) => ({ id, reason }) as unknown as RawInput<C>}
          said={() => said}
          onDone={close}
          fields={[
            {
              name: 'reason',
              label: acts.reason,
              control: <Input.TextArea rows={4} maxLength={500} showCount />,
              required: true,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
