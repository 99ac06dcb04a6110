import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { convertPreApproval as contract } from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { convertPreApproval, listPreApprovals } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { preApprovals } from '../../texts/pre-approvals.js';
import type { PreApproval } from './pre-approval.js';

/** 换发: what is checked first, in the open, then number and day of the formal document (R54, R55, R57). */
export function Conversion({ of }: { of: PreApproval }): ReactNode {
  const today = useToday();
  const chain = useAsk(listPreApprovals, { caseId: of.caseId }).data?.items ?? [];
  const open = of.missing.filter(({ metOn }) => metOn === null).map(({ name }) => name);
  const informal = chain
    .filter(({ id, state }) => of.restsOn.includes(id) && state !== 'converted')
    .map(({ itemName }) => itemName);
  const ready = open.length + informal.length + of.changedContent.length === 0;
  return (
    <>
      <h3>{preApprovals.checks}</h3>
      <ol className="plain checks">
        <Check passed={open.length === 0} failed={preApprovals.checkConditionsOpen(open.join('、'))}>
          {preApprovals.checkConditions}
        </Check>
        <Check passed={informal.length === 0} failed={preApprovals.checkUpstreamOpen(informal.join('、'))}>
          {preApprovals.checkUpstream}
        </Check>
        <Check
          passed={of.changedContent.length === 0}
          failed={preApprovals.checkContentChanged(of.changedContent.join('、'))}
        >
          {preApprovals.checkContent}
          <ContentTable of={of} />
        </Check>
      </ol>
      {ready && (
        <ActForm<typeof contract, Omit<RawInput<typeof contract>, 'id'>>
          command={convertPreApproval}
          submit={preApprovals.convert}
          initial={{ decidedOn: today }}
          input={(converted) => ({ id: of.id, ...converted })}
          said={() => preApprovals.converted(of.number)}
          fields={[
            {
              name: 'documentNumber',
              label: preApprovals.documentNumber,
              control: <Input autoComplete="off" maxLength={80} />,
              required: true,
            },
            { name: 'decidedOn', label: preApprovals.decidedOn, control: <DateField />, required: true, day: true },
          ]}
        />
      )}
    </>
  );
}

function Check({ passed, failed, children }: { passed: boolean; failed: string; children: ReactNode }): ReactNode {
  return (
    <li className={passed ? 'check passed' : 'check failed'}>
      {passed ? (
        <CheckCircleFilled aria-label={preApprovals.passed} />
      ) : (
        <CloseCircleFilled aria-label={preApprovals.failed} />
      )}
      <div>
        {children}
        {!passed && <p className="small">{failed}</p>}
      </div>
    </li>
  );
}

function ContentTable({ of: { content } }: { of: PreApproval }): ReactNode {
  return (
    <table className="ledger small">
      <thead>
        <tr>
          <td />
          <th scope="col">{preApprovals.whatWas}</th>
          <th scope="col">{preApprovals.whatIs}</th>
        </tr>
      </thead>
      <tbody>
        {content.map(({ field, issuedFor, now }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{issuedFor}</td>
            <td>{issuedFor === now ? now : <strong>{now}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
