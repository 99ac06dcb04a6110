import { Alert, App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { useDo } from '../../api/hooks.js';
import { changeSmsTemplate } from '../../api/operations.js';
import { changesOf } from '../../parts/differences.js';
import { Problem } from '../../parts/problem.js';
import { messages } from '../../texts/messages.js';
import { shell } from '../../texts/shell.js';
import type { Template } from './templates.js';

type Values = Pick<Template, 'text' | 'providerTemplateId' | 'urgent'>;
const valuesOf = ({ text, providerTemplateId, urgent }: Template): Values => ({ text, providerTemplateId, urgent });

/** A template's words, against the version that was seen; after a conflict the writer's words stay in the form. */
export function TemplateForm({ of, onDone }: { of: Template; onDone: () => void }): ReactNode {
  const [form] = Form.useForm<Values>();
  const [seen, setSeen] = useState(of);
  const change = useDo(changeSmsTemplate);
  const { message } = App.useApp();
  const conflict = change.error instanceof Refused && change.error.status === 412;
  const insert = (name: string) => form.setFieldValue('text', `${form.getFieldValue('text') as string}{${name}}`);
  const send = (values: Values) =>
    change.mutate(
      { input: { templateId: of.id, ...changesOf(valuesOf(seen), values) }, version: seen.version },
      {
        onSuccess: () => {
          void message.success(messages.edited);
          onDone();
        },
        onError: (error) => {
          if (error instanceof Refused && error.status === 412) setSeen(error.body.params?.state as Template);
        },
      },
    );
  return (
    <Form form={form} layout="vertical" initialValues={valuesOf(of)} onFinish={send}>
      <Form.Item name="text" label={messages.body} extra={messages.bodyHint} rules={[{ required: true }]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={500} showCount />
      </Form.Item>
      <p className="row-acts">
        {of.variables.map(({ name, title }) => (
          <Button key={name} size="small" aria-label={messages.insert(title)} onClick={() => insert(name)}>
            + {title}
          </Button>
        ))}
      </p>
      <Form.Item
        name="providerTemplateId"
        label={messages.providerId}
        extra={messages.providerHint}
        rules={[{ required: true }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="urgent" valuePropName="checked">
        <Checkbox>{messages.urgentField}</Checkbox>
      </Form.Item>
      {conflict && <Alert type="warning" showIcon title={messages.conflict} description={seen.text} />}
      {change.error && !conflict && <Problem error={change.error} />}
      <Button type="primary" htmlType="submit" loading={change.isPending} style={{ marginTop: 12 }}>
        {shell.save}
      </Button>
    </Form>
  );
}
