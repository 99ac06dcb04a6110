import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { closeReview as contract } from '#libs/contracts/projects.js';
import type { RawInput } from '#libs/contracts/define.js';
import { closeReview } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { CheckList } from '../../parts/check-list.js';
import { RowsField } from '../../parts/rows-field.js';
import { reviews } from '../../texts/joint-reviews.js';
import type { CaseDetail } from '../cases/case-page.js';
import type { Review } from './review.js';

type Closed = Omit<RawInput<typeof contract>, 'caseId' | 'reviewId'>;
type Conclusion = NonNullable<Closed['conclusions']>[number];

/** The end of the meeting: minutes, who came, and where the conclusion is another than the decider's opinion. */
export function CloseAct({ of, review }: { of: CaseDetail; review: Review }): ReactNode {
  const departments = review.invited.map(({ departmentName }) => departmentName);
  return (
    <ActDialog label={reviews.close} kind={{ type: 'primary' }} wide>
      {(close) => (
        <ActForm<typeof contract, Closed>
          command={closeReview}
          submit={reviews.close}
          initial={{ attendance: departments, conclusions: [] }}
          input={(closed) => ({ caseId: of.id, reviewId: review.id, ...closed })}
          said={() => reviews.closedSaid}
          onDone={close}
          fields={[
            {
              name: 'minutes',
              label: reviews.minutes,
              control: <Input.TextArea rows={5} maxLength={5000} showCount />,
              required: true,
            },
            {
              name: 'attendance',
              label: reviews.attendance,
              control: <CheckList options={departments} />,
            },
            {
              name: 'conclusions',
              label: reviews.conclusions,
              hint: reviews.conclusionsHint,
              control: <Conclusions of={of} />,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}

interface Props {
  of: CaseDetail;
  value?: Conclusion[];
  onChange?: (rows: Conclusion[]) => void;
}

function Conclusions({ of, ...field }: Props): ReactNode {
  const items = of.items.map(({ itemCode, name }) => ({ value: itemCode, label: name }));
  const needs = [
    { value: 'needed', label: reviews.needed },
    { value: 'not_needed', label: reviews.notNeeded },
  ];
  return (
    <RowsField<Conclusion>
      {...field}
      blank={{ itemCode: '', need: 'not_needed', reason: '' }}
      name={reviews.conclusion}
      render={(row, change) => (
        <>
          <Select
            aria-label={reviews.item}
            placeholder={reviews.item}
            value={row.itemCode || null}
            options={items}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(itemCode) => change({ itemCode: itemCode ?? '' })}
          />
          <Radio.Group
            aria-label={reviews.need}
            value={row.need}
            options={needs}
            onChange={({ target }) => change({ need: target.value as Conclusion['need'] })}
          />
          <Input
            aria-label={reviews.reason}
            placeholder={reviews.reason}
            value={row.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </>
      )}
    />
  );
}
