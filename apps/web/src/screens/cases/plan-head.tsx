import { Alert, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/approvals.js';
import { answerFacts, reopenItemPlan } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { day, dayOf } from '../../parts/dates.js';
import { items as words } from '../../texts/case-items.js';
import { shell } from '../../texts/shell.js';
import type { CaseTab } from './case-page.js';
import type { Plan } from './item-rows.js';

interface Props extends CaseTab {
  plan: Plan;
}

/** Above the items: which version this is, whether it is frozen, and what is still to be established. */
export function PlanHead({ of, plan }: Props): ReactNode {
  const { actions, asks, noticeNumber } = plan;
  return (
    <div className="plan-head">
      <p className="soft small">
        {words.version(plan.version, plan.revisedBy, day(dayOf(plan.revisedAt)))} · {plan.reason}
      </p>
      {noticeNumber && (
        <p className="small">
          {words.frozen(noticeNumber)} {actions.includes('approvals.reopen-item-plan') && <Reopen of={of} />}
        </p>
      )}
      {asks.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={words.questions(asks.length)}
          description={
            <ul>
              {asks.map(({ fact, question }) => (
                <li key={fact}>{question}</li>
              ))}
            </ul>
          }
          action={actions.includes('approvals.answer-facts') && <AnswerFacts of={of} plan={plan} />}
        />
      )}
    </div>
  );
}

const Reopen = ({ of }: CaseTab): ReactNode => (
  <ActDialog label={words.reopen} kind={{ size: 'small' }}>
    {(close) => (
      <>
        <p>{words.reopenWhat}</p>
        <ActForm<typeof contracts.reopenItemPlan, { reason: string }>
          command={reopenItemPlan}
          input={({ reason }) => ({ caseId: of.id, reason })}
          submit={words.reopen}
          said={() => words.reopened}
          onDone={close}
          fields={[
            {
              name: 'reason',
              label: shell.reason,
              required: true,
              control: <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />,
            },
          ]}
        />
      </>
    )}
  </ActDialog>
);

type Answers = Record<string, string | number | boolean | null | undefined>;

const REASON = 'reason';

function AnswerFacts({ of, plan }: Props): ReactNode {
  return (
    <ActDialog label={words.answer} kind={{ type: 'primary' }}>
      {(close) => (
        <>
          <p className="soft">{words.questionsWhat}</p>
          <ActForm<typeof contracts.answerFacts, Answers>
            command={answerFacts}
            input={({ [REASON]: why, ...answers }) => ({
              caseId: of.id,
              facts: Object.fromEntries(
                Object.entries(answers).flatMap(([fact, value]) =>
                  value === null || value === undefined ? [] : [[fact, value]],
                ),
              ),
              ...(typeof why === 'string' && why.trim() ? { reason: why } : {}),
            })}
            submit={shell.save}
            said={() => words.answered}
            onDone={close}
            fields={[
              ...plan.asks.map(({ fact, question, choices }) => ({
                name: fact,
                label: question,
                control: choices ? (
                  <Select allowClear options={choices} />
                ) : (
                  <InputNumber style={{ width: 200 }} placeholder={words.number} />
                ),
              })),
              { name: REASON, label: words.howKnown, control: <Input maxLength={500} /> },
            ]}
          />
        </>
      )}
    </ActDialog>
  );
}
