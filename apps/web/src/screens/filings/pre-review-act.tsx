import type { ReactNode } from 'react';
import type { requestPreReview as contract } from '#libs/contracts/approvals.js';
import { requestPreReview } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { FileField } from '../../parts/file-field.js';
import { RowsField } from '../../parts/rows-field.js';
import { itemActs } from '../../texts/item-actions.js';
import { preReviews } from '../../texts/pre-approvals.js';
import type { ItemAct } from './item-act.js';
import { worksField } from './works-field.js';

interface Paper {
  id: string;
}

interface Asked {
  works?: string;
  papers: Paper[];
}

/** 预审服务: an informal look before the application (R124). */
export function PreReviewAct({ of: { id }, item: { itemCode, name }, offered }: ItemAct): ReactNode {
  return (
    <ActDialog label={itemActs.preReview} title={`${itemActs.preReview}:${name}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof contract, Asked>
          command={requestPreReview}
          submit={itemActs.preReview}
          initial={{ papers: [{ id: '' }] }}
          input={({ works, papers }) => ({
            caseId: id,
            itemCode,
            works: works ?? null,
            documentIds: papers.flatMap((paper) => paper.id || []),
          })}
          said={() => itemActs.preReviewAsked(name)}
          onDone={close}
          fields={[
            ...worksField(offered),
            {
              name: 'papers',
              label: itemActs.documents,
              hint: preReviews.explained,
              control: <Papers caseId={id} itemCode={itemCode} />,
              required: true,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}

interface Props {
  caseId: string;
  itemCode: string;
  value?: Paper[];
  onChange?: (rows: Paper[]) => void;
}

const Papers = ({ caseId, itemCode, ...field }: Props): ReactNode => (
  <RowsField<Paper>
    {...field}
    blank={{ id: '' }}
    name={itemActs.document}
    render={(row, change) => (
      <FileField
        keptIn={{ caseId, itemCode }}
        label={itemActs.document}
        value={row.id}
        onChange={(id) => change({ id })}
      />
    )}
  />
);
