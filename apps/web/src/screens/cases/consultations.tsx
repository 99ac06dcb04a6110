import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listConsultations as contract } from '#libs/contracts/projects.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { answerConsultation, listConsultations } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { instant, timeOf } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Problem } from '../../parts/problem.js';
import { Section } from '../../parts/section.js';
import { useDraft } from '../../parts/use-draft.js';
import { useMay } from '../../shell/me.js';
import { conflicts } from '../../texts/conflicts.js';
import { talk } from '../../texts/case-talk.js';
import type { CaseTab } from './case-page.js';

type Consultation = Output<typeof contract>['items'][number];

/** The unit's questions, those that wait first, each with what both sides said. */
export function Consultations({ of }: CaseTab): ReactNode {
  const found = useAsk(listConsultations, { caseId: of.id });
  return (
    <Section title={talk.consultations}>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{talk.noConsultations}</p>
          ) : (
            <ul className="plain threads">
              {items
                .toSorted((a, b) => Number(a.state === 'answered') - Number(b.state === 'answered'))
                .map((consultation) => (
                  <Thread key={consultation.id} of={of} thread={consultation} />
                ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

interface ThreadOf extends CaseTab {
  thread: Consultation;
}

function Thread({ of, thread }: ThreadOf): ReactNode {
  const mayAnswer = useMay()('consultation:answer');
  const open = thread.state === 'open';
  return (
    <li className="thread">
      <p className="said of-unit">
        <small className="soft">{talk.asked(thread.askedBy, instant(thread.askedAt))}</small>
        {thread.question}
      </p>
      {thread.answers.map(({ id, by, name, text, at }) => (
        <p key={id} className={`said of-${by}`}>
          <small className="soft">
            {name} {instant(at)}
          </small>
          {text}
        </p>
      ))}
      <Mark tone={open ? 'gold' : 'jade'}>{open ? talk.waiting : talk.answeredState}</Mark>
      {mayAnswer && <Reply of={of} thread={thread} />}
    </li>
  );
}

function Reply({ of, thread }: ThreadOf): ReactNode {
  const [form] = Form.useForm<{ text: string }>();
  const answer = useDo(answerConsultation);
  const { message } = App.useApp();
  const draft = useDraft(`answer:${thread.id}`, form);
  const send = ({ text }: { text: string }) =>
    answer.mutate(
      { input: { caseId: of.id, consultationId: thread.id, text } },
      {
        onSuccess: () => {
          draft.discard();
          form.resetFields();
          void message.success(talk.answered);
        },
      },
    );
  return (
    <Form name={`answer-${thread.id}`} form={form} onValuesChange={draft.changed} onFinish={send} className="composer">
      <Form.Item name="text" rules={[{ required: true, whitespace: true, message: talk.answerHint }]}>
        <Input.TextArea
          aria-label={`${talk.answer}:${thread.question}`}
          placeholder={talk.answerHint}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={2000}
        />
      </Form.Item>
      {answer.error && <Problem error={answer.error} />}
      <div className="act-buttons">
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {talk.answer}
        </Button>
        {draft.savedAt && <span className="soft small">{conflicts.draftKept(timeOf(draft.savedAt))}</span>}
      </div>
    </Form>
  );
}
