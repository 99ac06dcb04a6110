import { App, Button, Form } from 'antd';
import type { FormItemProps } from 'antd';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import { useDo } from '../api/hooks.js';
import { forms } from '../texts/forms.js';
import { dayRule } from './date-field.js';
import './forms.css';
import { Problem } from './problem.js';

export interface Field {
  name: string;
  label: ReactNode;
  control: ReactNode;
  /** What must be there; a day must be a day besides. */
  required?: boolean;
  day?: boolean;
  flag?: boolean;
  hint?: ReactNode;
  /** Shown only while this holds of the other fields. */
  when?: (values: Record<string, unknown>) => boolean;
}

interface Props<C extends Command, V extends object> {
  command: Callable<C>;
  fields: Field[];
  initial?: Partial<V>;
  input: (values: V) => RawInput<C>;
  /** The word on the button. */
  submit: string;
  danger?: boolean;
  /** What happened and where the record went, in a sentence. */
  said: (answer: Output<C>) => string;
  onDone?: (answer: Output<C>) => void;
  /** Further buttons beside the first. */
  beside?: (send: () => void) => ReactNode;
}

/** A form for one command: the first field has the focus, Ctrl+Enter sends, a refusal keeps what was typed. */
export function ActForm<C extends Command, V extends object>(props: Props<C, V>): ReactNode {
  const { command, fields, initial, input, submit, danger, said, onDone, beside } = props;
  const [form] = Form.useForm<V>();
  const { message } = App.useApp();
  const act = useDo(command);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, button')?.focus(), []);
  const send = (values: V) =>
    act.mutate(
      { input: input(values) },
      {
        onSuccess: (answer) => {
          void message.success(said(answer));
          onDone?.(answer);
        },
        onError: (error) => form.setFields(faultsOf(error, fields) as Parameters<typeof form.setFields>[0]),
      },
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <div ref={place} className="act-form" onKeyDown={onKeyDown}>
      <Form form={form} layout="vertical" initialValues={initial ?? {}} onFinish={send} requiredMark="optional">
        {fields.map((field, at) => (
          <Item key={`${field.name}${at}`} field={field} />
        ))}
        {act.error && <Problem error={act.error} />}
        <div className="act-buttons">
          <Button type="primary" htmlType="submit" danger={danger ?? false} loading={act.isPending}>
            {submit}
          </Button>
          {beside?.(() => form.submit())}
          <kbd className="soft small">{forms.submitKeys}</kbd>
        </div>
      </Form>
    </div>
  );
}

function Item({ field }: { field: Field }): ReactNode {
  const { name, label, control, required, day, flag, hint, when } = field;
  const rules: FormItemProps['rules'] = [...(required ? [{ required: true }] : []), ...(day ? [dayRule] : [])];
  const item = (
    <Form.Item
      name={name}
      label={label}
      rules={rules}
      extra={hint}
      messageVariables={typeof label === 'string' ? { label } : {}}
      {...(flag ? { valuePropName: 'checked' } : {})}
    >
      {control}
    </Form.Item>
  );
  if (!when) return item;
  return (
    <Form.Item noStyle shouldUpdate>
      {({ getFieldsValue }) => (when(getFieldsValue() as Record<string, unknown>) ? item : null)}
    </Form.Item>
  );
}

/** The gateway's faults, each on the field it points at: `/dueOn` → dueOn. */
export const faultsOf = (error: unknown, fields: readonly Field[]): { name: string; errors: string[] }[] =>
  (error instanceof Refused ? (error.body.errors ?? []) : [])
    .map(({ pointer, detail }) => ({ name: pointer.split('/')[1] ?? '', errors: [detail] }))
    .filter(({ name }) => fields.some((field) => field.name === name));
