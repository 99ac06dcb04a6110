import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import type { listConsultations as contract } from '#libs/contracts/projects.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { answerConsultation, ask, listConsultations } from '../../api/operations.js';
import { showFaults } from '../../parts/command-dialog.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Problem } from '../../parts/problem.js';
import { useDraft } from '../../parts/use-draft.js';
import { asking } from '../../texts/portal.js';
import { forms } from '../../texts/forms.js';
import type { Shown } from './unit-case.js';

type Consultation = Output<typeof contract>['items'][number];

/** Questions to the agents and what was answered, the newest first (R125). */
export function AskTab({ of }: { of: Shown }): ReactNode {
  const caseId = of.detail.id;
  return (
    <>
      {of.may('projects.ask') && (
        <Writer
          draft={`ask:${caseId}`}
          label={asking.ask}
          send={asking.send}
          command={ask}
          input={(question) => ({ caseId, question })}
        />
      )}
      <Answer of={useAsk(listConsultations, { caseId })}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="soft">{asking.none}</p>}
            <ul className="plain threads">
              {items.toReversed().map((one) => (
                <Thread key={one.id} caseId={caseId} of={one} readOnly={of.readOnly} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </>
  );
}

function Thread({ caseId, of, readOnly }: { caseId: string; of: Consultation; readOnly: boolean }): ReactNode {
  const { id, question, askedBy, askedAt, state, answers } = of;
  return (
    <li>
      <p>
        <strong>{question}</strong>{' '}
        <Mark tone={state === 'open' ? 'gold' : 'jade'}>{state === 'open' ? asking.open : asking.answered}</Mark>
      </p>
      <small className="soft">
        {askedBy} · {instant(askedAt)}
      </small>
      {answers.map((answer) => (
        <div key={answer.id} className="answered" data-by={answer.by}>
          <p>{answer.text}</p>
          <small className="soft">
            {answer.name} · {instant(answer.at)}
          </small>
        </div>
      ))}
      {!readOnly && answers.length > 0 && (
        <details>
          <summary>{asking.answer}</summary>
          <Writer
            draft={`answer:${id}`}
            label={asking.answer}
            send={asking.send}
            command={answerConsultation}
            input={(text) => ({ caseId, consultationId: id, text })}
          />
        </details>
      )}
    </li>
  );
}

interface WriterProps<C extends Command> {
  draft: string;
  label: string;
  send: string;
  command: Callable<C>;
  input: (text: string) => RawInput<C>;
}

/** One text to be sent, kept until it is. */
function Writer<C extends Command>({ draft, label, send, command, input }: WriterProps<C>): ReactNode {
  const [form] = Form.useForm<{ text: string }>();
  const { message } = App.useApp();
  const act = useDo(command);
  const kept = useDraft(draft, form);
  const sent = () => {
    kept.discard();
    form.resetFields();
    void message.success(asking.sent);
  };
  return (
    <Form
      name={draft}
      form={form}
      layout="vertical"
      onValuesChange={kept.changed}
      onFinish={({ text }) =>
        act.mutate({ input: input(text) }, { onSuccess: sent, onError: (error) => showFaults(form, error) })
      }
    >
      <Form.Item name="text" label={label} rules={[{ required: true, whitespace: true, message: forms.required }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
      </Form.Item>
      {act.error && <Problem error={act.error} />}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {send}
      </Button>
    </Form>
  );
}
