import { App, Button, Form, Input, Radio } from 'antd';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useDo } from '../../api/hooks.js';
import { writeNote } from '../../api/operations.js';
import { faultsOf } from '../../parts/act-form.js';
import { DateField, dayRule } from '../../parts/date-field.js';
import { timeOf } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { useDraft } from '../../parts/use-draft.js';
import { conflicts } from '../../texts/conflicts.js';
import { talk } from '../../texts/case-talk.js';
import type { CaseTab } from './case-page.js';
import type { Note } from './notes.js';

interface Values {
  text: string;
  visibility: Note['visibility'];
  callBackOn?: string;
}

interface Props extends CaseTab {
  replyTo: Note | null;
  onReplied: () => void;
}

const FIELDS = ['text', 'callBackOn'].map((name) => ({ name, label: name, control: null }));

/** A note is internal until its writer says otherwise; what is being written is kept. */
export function NoteForm({ of, replyTo, onReplied }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const write = useDo(writeNote);
  const { message } = App.useApp();
  const draft = useDraft(`note:${of.id}`, form);
  useEffect(() => {
    if (!replyTo) return;
    form.setFieldValue('visibility', replyTo.visibility);
    form.focusField('text');
  }, [replyTo, form]);
  const send = ({ text, visibility, callBackOn }: Values) =>
    write.mutate(
      {
        input: {
          caseId: of.id,
          text,
          visibility,
          ...(callBackOn ? { callBackOn } : {}),
          ...(replyTo ? { replyToId: replyTo.id } : {}),
        },
      },
      {
        onSuccess: () => {
          draft.discard();
          form.resetFields();
          onReplied();
          void message.success(visibility === 'unit' ? talk.writtenVisible : talk.written);
        },
        onError: (error) => form.setFields(faultsOf(error, FIELDS) as Parameters<typeof form.setFields>[0]),
      },
    );
  return (
    <Form
      form={form}
      className="composer"
      initialValues={{ visibility: 'internal' }}
      onValuesChange={draft.changed}
      onFinish={send}
    >
      {replyTo && (
        <p className="small">
          {talk.replyTo(replyTo.authorName)}:{replyTo.text.slice(0, 40)}{' '}
          <Button type="link" size="small" onClick={onReplied}>
            {talk.cancelReply}
          </Button>
        </p>
      )}
      <Form.Item name="text" rules={[{ required: true, whitespace: true, message: talk.noteHint }]}>
        <Input.TextArea
          aria-label={talk.writeNote}
          placeholder={talk.noteHint}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={1000}
        />
      </Form.Item>
      <Options />
      {write.error && <Problem error={write.error} />}
      <div className="act-buttons">
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          {talk.send}
        </Button>
        {draft.savedAt && <span className="soft small">{conflicts.draftKept(timeOf(draft.savedAt))}</span>}
      </div>
    </Form>
  );
}

/** Who can read it, and whether somebody is to be called. */
const Options = (): ReactNode => (
  <div className="note-options">
    <Form.Item name="visibility">
      <Radio.Group
        aria-label={talk.audience}
        options={[
          { value: 'internal', label: talk.internal },
          { value: 'unit', label: talk.visible },
        ]}
      />
    </Form.Item>
    <Form.Item name="callBackOn" label={talk.callBack} rules={[dayRule]}>
      <DateField />
    </Form.Item>
  </div>
);
