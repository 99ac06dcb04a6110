import { App, Button, Form, Modal } from 'antd';
import type { FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import { useDo } from '../api/hooks.js';
import { shell } from '../texts/shell.js';
import { Problem } from './problem.js';
import { useDraft } from './use-draft.js';
import { conflicts } from '../texts/conflicts.js';
import { timeOf } from './dates.js';

interface Act<C extends Command, V extends object> {
  command: Callable<C>;
  /** The command's input from what the form holds. */
  input: (values: V) => RawInput<C>;
  initial?: Partial<V>;
  /** Said when it is done: what happened and where the record is. */
  done: string | ((answer: Output<C>) => string);
  ok?: string;
  danger?: boolean;
  /** Key under which what is written is kept until it is sent. */
  draft?: string;
  children: ReactNode;
}

interface Props<C extends Command, V extends object> extends Act<C, V> {
  title: string;
  open: boolean;
  onClose: () => void;
  width?: number;
}

/** The faults of a refusal beside the fields they are about. */
export function showFaults(form: FormInstance, error: unknown): void {
  if (!(error instanceof Refused)) return;
  const faults = error.body.errors ?? [];
  form.setFields(faults.map(({ pointer, detail }) => ({ name: pointer.slice(1).split('/'), errors: [detail] })));
}

/** A command in a dialog: when it is refused the reason is shown and nothing that was written is lost. */
export function CommandDialog<C extends Command, V extends object>({
  title,
  open,
  onClose,
  width = 520,
  ...act
}: Props<C, V>): ReactNode {
  return (
    <Modal title={title} open={open} onCancel={onClose} footer={null} width={width} destroyOnHidden>
      <CommandForm {...act} onClose={onClose} />
    </Modal>
  );
}

function CommandForm<C extends Command, V extends object>({
  command,
  input,
  initial,
  done,
  ok,
  danger,
  draft,
  children,
  onClose,
}: Act<C, V> & { onClose: () => void }): ReactNode {
  const [form] = Form.useForm<V>();
  const act = useDo(command);
  const { message } = App.useApp();
  const kept = useDraft(draft ?? null, form);
  const send = (values: V) =>
    act.mutate(
      { input: input(values) },
      {
        onSuccess: (answer) => {
          kept.discard();
          void message.success(typeof done === 'string' ? done : done(answer));
          onClose();
        },
        onError: (error) => showFaults(form, error),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      {...(initial ? { initialValues: initial } : {})}
      onValuesChange={kept.changed}
      onFinish={send}
    >
      {children}
      {act.error && <Problem error={act.error} />}
      <div className="act-buttons">
        <span className="soft small">{kept.savedAt ? conflicts.draftKept(timeOf(kept.savedAt)) : ''}</span>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="primary" danger={danger ?? false} htmlType="submit" loading={act.isPending}>
          {ok ?? shell.confirm}
        </Button>
      </div>
    </Form>
  );
}
