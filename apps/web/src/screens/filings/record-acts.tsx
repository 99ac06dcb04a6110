import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type {
  backFillApproval as BackFill,
  recordCompletion as Complete,
  recordExternalDecision as External,
  recordMilestone as Reach,
} from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { backFillApproval, recordCompletion, recordExternalDecision, recordMilestone } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { FileField } from '../../parts/file-field.js';
import { results } from '../../texts/filings.js';
import { itemActs } from '../../texts/item-actions.js';
import { optionsOf } from '../../texts/words.js';
import type { ItemAct } from './item-act.js';
import { worksField } from './works-field.js';

// What is recorded and not applied for: completions, decisions made elsewhere, older approvals, milestones.

type Without<T> = Omit<T, 'caseId' | 'itemCode'>;
const LAND_GRANT = 'A09';

const dayField = (name: string, label: string, required = true): Field => ({
  name,
  label,
  control: <DateField />,
  required,
  day: true,
});
const numberField = (required: boolean): Field => ({
  name: 'documentNumber',
  label: itemActs.documentNumber,
  control: <Input autoComplete="off" maxLength={80} />,
  required,
});
const fileField = (): Field => ({
  name: 'fileId',
  label: itemActs.file,
  control: <FileField label={itemActs.file} />,
  required: true,
});

/** Of the land grant it is asked besides who won and what the contract says (R58, R135). */
const landFields = (): Field[] => [
  {
    name: 'winner',
    label: itemActs.winner,
    control: (
      <Radio.Group
        options={[
          { value: 'unit', label: itemActs.winnerUnit },
          { value: 'other', label: itemActs.winnerOther },
        ]}
      />
    ),
    required: true,
  },
  dayField('startBy', itemActs.startBy, false),
  dayField('finishBy', itemActs.finishBy, false),
];

export function CompletionAct({ of: { id }, item: { itemCode, name }, offered }: ItemAct): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={itemActs.completion} title={`${itemActs.completion}:${name}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof Complete, Without<RawInput<typeof Complete>>>
          command={recordCompletion}
          submit={itemActs.completion}
          initial={{ completedOn: today }}
          input={({ documentNumber, startBy, finishBy, ...completion }) => ({
            caseId: id,
            itemCode,
            ...completion,
            documentNumber: documentNumber || null,
            ...(startBy ? { startBy } : {}),
            ...(finishBy ? { finishBy } : {}),
          })}
          said={({ toBeVerified }) => (toBeVerified ? itemActs.toVerify(name) : itemActs.completed(name))}
          onDone={close}
          fields={[
            ...worksField(offered),
            dayField('completedOn', itemActs.completedOn),
            numberField(false),
            fileField(),
            ...(itemCode === LAND_GRANT ? landFields() : []),
          ]}
        />
      )}
    </ActDialog>
  );
}

export function ExternalDecisionAct({ of: { id }, item: { itemCode, name }, offered }: ItemAct): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={itemActs.external} title={`${itemActs.external}:${name}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof External, Without<RawInput<typeof External>>>
          command={recordExternalDecision}
          submit={itemActs.external}
          initial={{ result: 'granted', decidedOn: today }}
          input={(recorded) => ({ caseId: id, itemCode, ...recorded })}
          said={() => itemActs.toVerify(name)}
          onDone={close}
          fields={[
            ...worksField(offered),
            numberField(true),
            dayField('decidedOn', itemActs.decidedOn),
            {
              name: 'result',
              label: itemActs.result,
              control: <Radio.Group options={optionsOf(results)} />,
              required: true,
            },
            fileField(),
          ]}
        />
      )}
    </ActDialog>
  );
}

export function BackFillAct({ of: { id }, item: { itemCode, name }, offered }: ItemAct): ReactNode {
  return (
    <ActDialog label={itemActs.backFill} title={`${itemActs.backFill}:${name}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof BackFill, Without<RawInput<typeof BackFill>>>
          command={backFillApproval}
          submit={itemActs.backFill}
          input={(recorded) => ({ caseId: id, itemCode, ...recorded })}
          said={() => itemActs.toVerify(name)}
          onDone={close}
          fields={[...worksField(offered), numberField(true), dayField('decidedOn', itemActs.decidedOn), fileField()]}
        />
      )}
    </ActDialog>
  );
}

export function MilestoneAct({ of: { id }, item: { itemCode, name } }: ItemAct): ReactNode {
  const today = useToday();
  const code = itemCode as RawInput<typeof Reach>['code'];
  return (
    <ActDialog label={itemActs.milestone} title={`${itemActs.milestone}:${name}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof Reach, { on: string; photoFileId?: string }>
          command={recordMilestone}
          submit={itemActs.milestone}
          initial={{ on: today }}
          input={({ on, photoFileId }) => ({ caseId: id, code, on, photoFileId: photoFileId ?? null })}
          said={({ openDuties }) =>
            openDuties.length > 0
              ? itemActs.milestoneOpen(name, openDuties.join('、'))
              : itemActs.milestoneReached(name)
          }
          onDone={close}
          fields={[
            dayField('on', itemActs.milestoneOn),
            { name: 'photoFileId', label: itemActs.photo, control: <FileField label={itemActs.photo} /> },
          ]}
        />
      )}
    </ActDialog>
  );
}
