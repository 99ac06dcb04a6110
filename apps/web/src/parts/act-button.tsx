import { App, Button } from 'antd';
import type { ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import { useDo } from '../api/hooks.js';
import { Problem } from './problem.js';

interface Props<C extends Command> {
  command: Callable<C>;
  input: RawInput<C>;
  label: string;
  said: (answer: Output<C>) => string;
  onDone?: (answer: Output<C>) => void;
  kind?: Pick<ButtonProps, 'type' | 'danger' | 'size' | 'autoFocus'>;
}

/** An act that asks nothing: one press. What refuses it stands below. */
export function ActButton<C extends Command>({ command, input, label, said, onDone, kind }: Props<C>): ReactNode {
  const act = useDo(command);
  const { message } = App.useApp();
  const onSuccess = (answer: Output<C>) => {
    void message.success(said(answer));
    onDone?.(answer);
  };
  return (
    <span className="act-button">
      <Button {...kind} loading={act.isPending} onClick={() => act.mutate({ input }, { onSuccess })}>
        {label}
      </Button>
      {act.error && <Problem error={act.error} />}
    </span>
  );
}
