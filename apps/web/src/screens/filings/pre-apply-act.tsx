import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { applyForPreApproval as contract } from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { applyForPreApproval, getChecklist } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { RowsField } from '../../parts/rows-field.js';
import { conditionActs } from '../../texts/pre-approvals.js';
import { itemActs } from '../../texts/item-actions.js';
import { optionsOf } from '../../texts/words.js';
import type { CaseDetail } from '../cases/case-page.js';
import { ReviewedField } from '../pre-approvals/reviewed-field.js';
import type { ItemAct } from './item-act.js';
import { worksField } from './works-field.js';

type Application = RawInput<typeof contract>;
type Missing = Application['missing'][number];
type Form = Pick<Application, 'works' | 'reviewed' | 'missing'>;

/** 申请预审批: what has passed, and what is missing with its owner and evidence (R51, R52). */
export function PreApplyAct(act: ItemAct): ReactNode {
  const { name } = act.item;
  return (
    <ActDialog label={itemActs.preApproval} title={`${itemActs.preApproval}:${name}`} kind={{ size: 'small' }} wide>
      {(close) => <ApplyForm act={act} close={close} />}
    </ActDialog>
  );
}

function ApplyForm({ act: { of, item, offered }, close }: { act: ItemAct; close: () => void }): ReactNode {
  const today = useToday();
  const { itemCode } = item;
  const checklist = useAsk(getChecklist, { caseId: of.id, itemCode, use: 'pre_approval' });
  return (
    <>
      <p className="soft small">{itemActs.eligibility}</p>
      <Answer of={checklist}>
        {({ materials }) => (
          <ActForm<typeof contract, Form>
            command={applyForPreApproval}
            submit={itemActs.preApproval}
            initial={{
              reviewed: [{ kind: 'technical_step', name: '', passedOn: today, by: '', evidence: '' }],
              missing: expected(materials, of),
            }}
            input={({ works, ...application }) => ({ caseId: of.id, itemCode, works: works ?? null, ...application })}
            said={({ number }) => itemActs.preApplied(number)}
            onDone={close}
            fields={[
              ...worksField(offered),
              {
                name: 'reviewed',
                label: itemActs.reviewed,
                control: <ReviewedField today={today} />,
                required: true,
              },
              { name: 'missing', label: itemActs.missing, control: <MissingField of={of} /> },
            ]}
          />
        )}
      </Answer>
    </>
  );
}

type Material = { name: string; gap: string | null; origin: { kind: string; items?: string[] } };

/** What the checklist knows to be missing because another item has yet to yield it: a first list to correct. */
function expected(materials: readonly Material[], of: CaseDetail): Missing[] {
  const codes = materials.flatMap(({ gap, origin }) => (gap !== null ? (origin.items?.at(-1) ?? []) : []));
  return [...new Set(codes)].map((itemCode) => ({
    itemCode,
    act: '取得',
    controllable: true,
    owner: of.unitName,
    evidence: materials.find(({ origin }) => origin.items?.at(-1) === itemCode)?.name ?? '',
  }));
}

interface Props {
  of: CaseDetail;
  value?: Missing[];
  onChange?: (rows: Missing[]) => void;
}

function MissingField({ of, ...field }: Props): ReactNode {
  const items = of.items
    .filter(({ need, state }) => need === 'needed' && state !== 'decided')
    .map(({ itemCode, name }) => ({ value: itemCode, label: name }));
  return (
    <RowsField<Missing>
      {...field}
      blank={{ itemCode: null, name: '', act: '提交', controllable: true, owner: of.unitName, evidence: '' }}
      name={itemActs.missing}
      render={(row, change) => (
        <>
          <Select
            aria-label={itemActs.missingItem}
            placeholder={itemActs.missingOwn}
            allowClear
            value={row.itemCode ?? null}
            options={items}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(itemCode: string | null | undefined) => change({ itemCode: itemCode ?? null })}
          />
          {!row.itemCode && (
            <>
              <Input
                aria-label={itemActs.missingName}
                placeholder={itemActs.missingName}
                value={row.name}
                onChange={({ target }) => change({ name: target.value })}
              />
              <Select
                aria-label={itemActs.missingAct}
                value={row.act}
                options={optionsOf(conditionActs)}
                onChange={(act) => change({ act })}
              />
            </>
          )}
          {(['owner', 'evidence'] as const).map((key) => {
            const label = key === 'owner' ? itemActs.missingOwner : itemActs.missingEvidence;
            return (
              <Input
                key={key}
                aria-label={label}
                placeholder={label}
                value={row[key]}
                onChange={({ target }) => change({ [key]: target.value })}
              />
            );
          })}
          <Checkbox checked={row.controllable} onChange={({ target }) => change({ controllable: target.checked })}>
            {itemActs.controllable}
          </Checkbox>
        </>
      )}
    />
  );
}
