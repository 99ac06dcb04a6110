import type { ReactNode } from 'react';
import type { meetCondition as contract } from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { meetCondition } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { day } from '../../parts/dates.js';
import { FileField } from '../../parts/file-field.js';
import { Mark } from '../../parts/marks.js';
import { conditionActs, preApprovals, reviewedKinds } from '../../texts/pre-approvals.js';
import { useCase } from '../filings/item-names.js';
import type { PreApproval } from './pre-approval.js';

type Condition = PreApproval['missing'][number];

/** What was missing at the pre-approval: whose it is, what shows that it is met, and whether it is (R51, R54). */
export function Conditions({ of }: { of: PreApproval }): ReactNode {
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">
        {preApprovals.conditions}{' '}
        <span className="soft small">
          {preApprovals.conditionsMet(of.missing.filter(({ metOn }) => metOn !== null).length, of.missing.length)}
        </span>
      </h2>
      <div className="scroller" tabIndex={0} role="group" aria-label={preApprovals.conditions}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{preApprovals.toDo}</th>
              <th scope="col">{preApprovals.owner}</th>
              <th scope="col">{preApprovals.evidence}</th>
              <th scope="col">{preApprovals.met}</th>
            </tr>
          </thead>
          <tbody>
            {of.missing.map((condition) => (
              <Row key={condition.id} of={of} condition={condition} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ of, condition }: { of: PreApproval; condition: Condition }): ReactNode {
  const { nameOf } = useCase(of.caseId);
  const { name, act, owner, evidence, itemCode } = condition;
  return (
    <tr>
      <td>
        {name} <span className="soft">{conditionActs[act]}</span>
        {itemCode && (
          <div className="soft small">
            {preApprovals.metByItem}:{nameOf(itemCode)}
          </div>
        )}
      </td>
      <td>{owner}</td>
      <td>{evidence}</td>
      <td>
        <Met of={of} condition={condition} />
      </td>
    </tr>
  );
}

function Met({ of, condition: { id, name, itemCode, metOn, metBy } }: { of: PreApproval; condition: Condition }) {
  const today = useToday();
  if (metOn) return <Mark tone="jade">{preApprovals.metOn(day(metOn, today), metBy ?? '')}</Mark>;
  if (itemCode !== null || !of.actions.includes('meet_condition')) return <Mark tone="gold">{preApprovals.open}</Mark>;
  return (
    <ActDialog label={preApprovals.meet} title={`${preApprovals.meet}:${name}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof contract, Pick<RawInput<typeof contract>, 'on' | 'fileId'>>
          command={meetCondition}
          submit={preApprovals.meet}
          initial={{ on: today }}
          input={(met) => ({ id: of.id, conditionId: id, ...met })}
          said={() => preApprovals.metSaid(name)}
          onDone={close}
          fields={[
            { name: 'on', label: preApprovals.meetOn, control: <DateField />, required: true, day: true },
            {
              name: 'fileId',
              label: preApprovals.meetFile,
              control: <FileField label={preApprovals.meetFile} />,
              required: true,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}

/** What has passed review already (R51). */
export function Reviewed({ of: { reviewed } }: { of: PreApproval }): ReactNode {
  return (
    <section aria-labelledby="reviewed">
      <h2 id="reviewed">{preApprovals.reviewed}</h2>
      <div className="scroller" tabIndex={0} role="group" aria-label={preApprovals.reviewed}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{preApprovals.name}</th>
              <th scope="col">{preApprovals.kind}</th>
              <th scope="col">{preApprovals.by}</th>
              <th scope="col">{preApprovals.passedOn}</th>
              <th scope="col">{preApprovals.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {reviewed.map(({ name, kind, by, passedOn, evidence }) => (
              <tr key={`${kind}${name}`}>
                <td>{name}</td>
                <td>{reviewedKinds[kind]}</td>
                <td>{by}</td>
                <td>{day(passedOn)}</td>
                <td>{evidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
