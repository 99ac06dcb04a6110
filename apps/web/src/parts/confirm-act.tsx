import { App, Button, Modal } from 'antd';
import type { ButtonProps } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import { useDo } from '../api/hooks.js';
import { shell } from '../texts/shell.js';
import { Problem } from './problem.js';

interface Props<C extends Command> {
  command: Callable<C>;
  input: RawInput<C>;
  /** The version that was seen, where the command asks for it. */
  version?: number;
  label: string;
  /** What it will do, in a sentence. */
  what: ReactNode;
  said: (answer: Output<C>) => string;
  kind?: Pick<ButtonProps, 'type' | 'danger' | 'size'>;
}

/** An act that asks for nothing but a second look; a refusal is shown where it was asked. */
export function ConfirmAct<C extends Command>(props: Props<C>): ReactNode {
  const { command, input, version, label, what, said, kind } = props;
  const [open, setOpen] = useState(false);
  const act = useDo(command);
  const { message } = App.useApp();
  const onSuccess = (answer: Output<C>) => {
    setOpen(false);
    void message.success(said(answer));
  };
  return (
    <>
      <Button {...kind} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        okText={label}
        cancelText={shell.cancel}
        okButtonProps={{ danger: kind?.danger ?? false }}
        confirmLoading={act.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => act.mutate({ input, ...(version === undefined ? {} : { version }) }, { onSuccess })}
      >
        <p>{what}</p>
        {act.error && <Problem error={act.error} />}
      </Modal>
    </>
  );
}
