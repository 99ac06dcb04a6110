import { Input } from 'antd';
import type { ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import { ActDialog } from './act-dialog.js';
import { ActForm } from './act-form.js';

interface Props<C extends Command> {
  command: Callable<C>;
  input: (text: string) => RawInput<C>;
  /** The word on the buttons. */
  label: string;
  title?: string;
  kind?: Pick<ButtonProps, 'type' | 'danger' | 'size'>;
  /** What the text is: a reason, a receipt. */
  field: string;
  hint?: string;
  initial?: string;
  max?: number;
  said: (answer: Output<C>) => string;
}

/** An act with one text, as its reason: it is kept when the act is refused. */
export function TextAct<C extends Command>(props: Props<C>): ReactNode {
  const { command, input, label, title = label, kind = {}, field, hint, initial, max = 300, said } = props;
  return (
    <ActDialog label={label} title={title} kind={kind}>
      {(close) => (
        <ActForm<C, { text: string }>
          command={command}
          input={({ text }) => input(text)}
          submit={label}
          danger={kind.danger ?? false}
          said={said}
          onDone={close}
          {...(initial === undefined ? {} : { initial: { text: initial } })}
          fields={[
            {
              name: 'text',
              label: field,
              hint,
              required: true,
              control: <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={max} />,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
