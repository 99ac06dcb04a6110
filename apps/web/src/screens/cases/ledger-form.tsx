import { App, Button, Form, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useDo } from '../../api/hooks.js';
import { writeLedgerLine } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { useDraft } from '../../parts/use-draft.js';
import { talk } from '../../texts/case-talk.js';
import type { CaseTab } from './case-page.js';
import type { LedgerLine } from './ledger-tab.js';

interface Props extends CaseTab {
  corrects: LedgerLine | null;
  onWritten: () => void;
}

/** One sentence and Enter. */
export function LedgerForm({ of, corrects, onWritten }: Props): ReactNode {
  const [form] = Form.useForm<{ text: string }>();
  const input = useRef<InputRef>(null);
  const write = useDo(writeLedgerLine);
  const { message } = App.useApp();
  const draft = useDraft(`ledger:${of.id}`, form);
  useEffect(() => {
    if (corrects) input.current?.focus();
  }, [corrects]);
  const send = ({ text }: { text: string }) =>
    write.mutate(
      { input: { caseId: of.id, text, ...(corrects ? { correctsId: corrects.id } : {}) } },
      {
        onSuccess: () => {
          draft.discard();
          form.resetFields();
          onWritten();
          void message.success(talk.lineWritten);
        },
      },
    );
  return (
    <Form form={form} onValuesChange={draft.changed} onFinish={send}>
      {corrects && (
        <p className="small">
          {talk.correcting(corrects.sentence)}{' '}
          <Button type="link" size="small" onClick={onWritten}>
            {talk.stopCorrecting}
          </Button>
        </p>
      )}
      <div className="one-line">
        <Form.Item name="text" rules={[{ required: true, whitespace: true, message: talk.lineHint }]}>
          <Input
            ref={input}
            aria-label={talk.writeLine}
            placeholder={talk.lineHint}
            maxLength={300}
            autoComplete="off"
          />
        </Form.Item>
        <Button htmlType="submit" loading={write.isPending}>
          {talk.writeLine}
        </Button>
      </div>
      {write.error && <Problem error={write.error} />}
    </Form>
  );
}
