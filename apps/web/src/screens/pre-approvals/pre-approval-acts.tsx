import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type {
  extendPreApproval as Extend,
  issuePreApproval as Issue,
  resubmitPreApproval as Resubmit,
} from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import {
  dropPreApproval,
  extendPreApproval,
  issuePreApproval,
  refusePreApproval,
  resubmitPreApproval,
  returnPreApproval,
  reviewPreApprovalAgain,
  revokePreApproval,
} from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { ActButton } from '../../parts/act-button.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { preApprovals } from '../../texts/pre-approvals.js';
import { ReasonAct } from '../filings/reason-act.js';
import { Conversion } from './conversion.js';
import type { PreApproval } from './pre-approval.js';
import { ReviewedField } from './reviewed-field.js';

/** What this reader may do with the pre-approval now. */
export function PreApprovalActs({ of }: { of: PreApproval }): ReactNode {
  const { id, number, actions } = of;
  const may = (name: string) => actions.includes(name);
  const changed = of.changedContent.length > 0;
  return (
    <section aria-labelledby="acts" className="acts">
      <h2 id="acts">{preApprovals.acts}</h2>
      {actions.length === 0 && <p className="soft">{preApprovals.nothingToDo}</p>}
      {may('issue') && <IssueForm of={of} />}
      {may('convert') && <Conversion of={of} />}
      {may('re_review') && changed && (
        <ActButton
          command={reviewPreApprovalAgain}
          input={{ id }}
          label={preApprovals.reReview}
          said={() => preApprovals.reReviewed(number)}
          kind={{ type: 'primary' }}
        />
      )}
      <div className="act-row">
        {may('return') && (
          <ReasonAct
            command={returnPreApproval}
            id={id}
            label={preApprovals.returnIt}
            said={preApprovals.returned(number)}
          />
        )}
        {may('refuse') && (
          <ReasonAct
            command={refusePreApproval}
            id={id}
            label={preApprovals.refuse}
            said={preApprovals.refused(number)}
            danger
          />
        )}
        {may('extend') && !of.extended && <ExtendAct of={of} />}
        {may('resubmit') && <ResubmitAct of={of} />}
        {may('revoke') && (
          <ReasonAct
            command={revokePreApproval}
            id={id}
            label={preApprovals.revoke}
            said={preApprovals.revoked(number)}
            danger
          />
        )}
        {may('void') && (
          <ReasonAct
            command={dropPreApproval}
            id={id}
            label={preApprovals.drop}
            said={preApprovals.dropped(number)}
            danger
          />
        )}
      </div>
    </section>
  );
}

function IssueForm({ of: { id, number, documentNumber } }: { of: PreApproval }): ReactNode {
  const today = useToday();
  return (
    <ActForm<typeof Issue, Omit<RawInput<typeof Issue>, 'id'>>
      command={issuePreApproval}
      submit={documentNumber ? preApprovals.issueAgain : preApprovals.issue}
      initial={{ issuedOn: today, validityDays: 365, ...(documentNumber ? { documentNumber } : {}) }}
      input={(issued) => ({ id, ...issued })}
      said={() => preApprovals.issued(number)}
      fields={[
        {
          name: 'documentNumber',
          label: preApprovals.documentNumber,
          control: <Input autoComplete="off" maxLength={80} />,
          required: true,
        },
        { name: 'issuedOn', label: preApprovals.issuedOn, control: <DateField />, required: true, day: true },
        {
          name: 'validityDays',
          label: preApprovals.validityDays,
          control: <InputNumber min={1} max={1095} precision={0} />,
          required: true,
        },
      ]}
    />
  );
}

function ExtendAct({ of: { id, number } }: { of: PreApproval }): ReactNode {
  return (
    <ActDialog label={preApprovals.extend}>
      {(close) => (
        <ActForm<typeof Extend, { days: number }>
          command={extendPreApproval}
          submit={preApprovals.extend}
          initial={{ days: 180 }}
          input={({ days }) => ({ id, days })}
          said={() => preApprovals.extendedSaid(number)}
          onDone={close}
          fields={[
            {
              name: 'days',
              label: preApprovals.extendDays,
              control: <InputNumber min={1} max={365} precision={0} />,
              required: true,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}

function ResubmitAct({ of: { id, number, reviewed } }: { of: PreApproval }): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={preApprovals.resubmit} kind={{ type: 'primary' }} wide>
      {(close) => (
        <ActForm<typeof Resubmit, Pick<RawInput<typeof Resubmit>, 'reviewed'>>
          command={resubmitPreApproval}
          submit={preApprovals.resubmit}
          initial={{ reviewed }}
          input={(again) => ({ id, ...again })}
          said={() => preApprovals.resubmitted(number)}
          onDone={close}
          fields={[
            {
              name: 'reviewed',
              label: preApprovals.reviewed,
              control: <ReviewedField today={today} />,
              required: true,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
