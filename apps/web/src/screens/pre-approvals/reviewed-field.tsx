import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { resubmitPreApproval } from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { DateField } from '../../parts/date-field.js';
import { RowsField } from '../../parts/rows-field.js';
import { preApprovals, reviewedKinds } from '../../texts/pre-approvals.js';
import { optionsOf } from '../../texts/words.js';

export type ReviewedPart = RawInput<typeof resubmitPreApproval>['reviewed'][number];

interface Props {
  value?: ReviewedPart[];
  onChange?: (rows: ReviewedPart[]) => void;
  today: string;
}

/** What has passed review: which, by whom, when, and what shows it. */
export function ReviewedField({ today, ...field }: Props): ReactNode {
  const blank: ReviewedPart = { kind: 'technical_step', name: '', passedOn: today, by: '', evidence: '' };
  return (
    <RowsField
      {...field}
      blank={blank}
      name={preApprovals.reviewed}
      render={(row, change) => (
        <>
          <label>
            <span>{preApprovals.kind}</span>
            <Select
              value={row.kind}
              options={optionsOf(reviewedKinds)}
              aria-label={preApprovals.kind}
              onChange={(kind) => change({ kind })}
              style={{ width: '100%' }}
            />
          </label>
          {(['name', 'by', 'evidence'] as const).map((key) => (
            <label key={key}>
              <span>{preApprovals[key]}</span>
              <Input value={row[key]} maxLength={60} onChange={({ target }) => change({ [key]: target.value })} />
            </label>
          ))}
          <label>
            <span>{preApprovals.passedOn}</span>
            <DateField value={row.passedOn} onChange={(passedOn) => change({ passedOn })} />
          </label>
        </>
      )}
    />
  );
}
