import { Button, Steps } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../../parts/problem.js';
import { timeOf } from '../../parts/dates.js';
import { Page } from '../../parts/page.js';
import { apply } from '../../texts/apply.js';
import { shell } from '../../texts/shell.js';
import { ConfirmStep, Submitted } from './apply-confirm.js';
import type { Receipt } from './apply-confirm.js';
import { InstitutionStep } from './apply-institution.js';
import { ItemsStep } from './apply-items.js';
import { ProjectStep } from './apply-project.js';
import { furthest, useApplication } from './application.js';
import type { Application } from './application.js';
import '../../theme/portal.css';

export interface StepProps {
  of: Application;
  change: (part: Partial<Application>) => void;
}

const STEPS = [ProjectStep, InstitutionStep, ItemsStep] as const;

/** The application in four steps, kept at every change. */
export function Apply(): ReactNode {
  const { application, fault, savedAt, change, discard } = useApplication();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const submitted = (answer: Receipt) => {
    discard();
    setReceipt(answer);
  };
  return (
    <div className="portal apply">
      <Page
        title={apply.title}
        actions={
          <span className="soft" role="status">
            {savedAt && apply.saved(timeOf(savedAt))}
          </span>
        }
      >
        {fault ? <Problem error={fault} /> : null}
        {receipt && <Submitted of={receipt} />}
        {!receipt && application && <Form of={application} change={change} onSubmitted={submitted} />}
        {!application && !fault && <p className="soft">{shell.loading}</p>}
      </Page>
    </div>
  );
}

function Form({ of, change, onSubmitted }: StepProps & { onSubmitted: (of: Receipt) => void }): ReactNode {
  const reach = furthest(of);
  const Step = STEPS[of.step];
  const titles = [apply.stepProject, apply.stepInstitution, apply.stepItems, apply.stepConfirm];
  return (
    <>
      <p className="portal-lead">{apply.lead}</p>
      <Steps
        current={of.step}
        onChange={(step) => change({ step })}
        items={titles.map((title, index) => ({ title, disabled: index > reach }))}
      />
      <div className="apply-step">
        {Step ? <Step of={of} change={change} /> : <ConfirmStep of={of} onSubmitted={onSubmitted} />}
      </div>
      <div className="apply-foot">
        {of.step > 0 && (
          <Button size="large" onClick={() => change({ step: of.step - 1 })}>
            {apply.back}
          </Button>
        )}
        {of.step < 3 && (
          <Button
            size="large"
            type="primary"
            disabled={of.step + 1 > reach}
            onClick={() => change({ step: of.step + 1 })}
          >
            {apply.next}
          </Button>
        )}
      </div>
    </>
  );
}
