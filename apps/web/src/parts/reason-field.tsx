import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { forms } from '../texts/forms.js';
import { shell } from '../texts/shell.js';

/** 理由: always asked for, always shown to the others. */
export function ReasonField({ label = shell.reason, max = 500 }: { label?: string; max?: number }): ReactNode {
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: forms.required }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={max} placeholder={forms.reasonHint} />
    </Form.Item>
  );
}
