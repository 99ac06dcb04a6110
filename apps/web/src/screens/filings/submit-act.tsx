import { Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { getChecklist as Checklist, submitApproval as contract } from '#libs/contracts/approvals.js';
import type { Output, RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { answerSituation, getChecklist, submitApproval } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { ActButton } from '../../parts/act-button.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { DateField } from '../../parts/date-field.js';
import { FileField } from '../../parts/file-field.js';
import { modes } from '../../texts/filings.js';
import { itemActs } from '../../texts/item-actions.js';
import { optionsOf } from '../../texts/words.js';
import type { ItemAct } from './item-act.js';
import { papersOf, supplies } from './papers.js';
import type { Paper } from './papers.js';
import { worksField } from './works-field.js';

type Submission = RawInput<typeof contract>;
type Form = Pick<Submission, 'handlingMode' | 'works' | 'notifyAndCommit' | 'parallelGroup'> & {
  papers: Record<string, Paper>;
  promiseFile?: string;
  signedOn: string;
};
type Material = Output<typeof Checklist>['materials'][number];

/** 提交办件: situations first, then every paper the unit brings; what may follow is promised (R72). */
export function SubmitAct(act: ItemAct): ReactNode {
  const { name } = act.item;
  const kind = { type: 'primary', size: 'small' } as const;
  return (
    <ActDialog label={itemActs.submit} title={`${itemActs.submit}:${name}`} kind={kind} wide>
      {(close) => <SubmitForm act={act} close={close} />}
    </ActDialog>
  );
}

function SubmitForm({ act, close }: { act: ItemAct; close: () => void }): ReactNode {
  const { of, item } = act;
  const checklist = useAsk(getChecklist, { caseId: of.id, itemCode: item.itemCode });
  return (
    <Answer of={checklist}>
      {({ materials }) => {
        const open = materials.flatMap(({ origin }) => (origin.kind === 'ask_situation' ? [origin.situation] : []));
        return open.length > 0 ? (
          <Situations caseId={of.id} open={[...new Set(open)]} />
        ) : (
          <PaperForm act={act} materials={materials} close={close} />
        );
      }}
    </Answer>
  );
}

/** Each is asked once and decides which papers apply; unknown is never read as no. */
function Situations({ caseId, open }: { caseId: string; open: string[] }): ReactNode {
  return (
    <>
      <h3>{itemActs.situations}</h3>
      <ul className="plain conditions">
        {open.map((situation) => (
          <li key={situation} className="act-row">
            <span className="grow">{situation}?</span>
            {[true, false].map((applies) => (
              <ActButton
                key={String(applies)}
                command={answerSituation}
                input={{ caseId, situation, applies }}
                label={applies ? itemActs.applies : itemActs.appliesNot}
                said={() => `${situation}:${applies ? itemActs.applies : itemActs.appliesNot}`}
                kind={{ size: 'small' }}
              />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Papers {
  act: ItemAct;
  materials: Material[];
  close: () => void;
}

function PaperForm({ act: { of, item, offered }, materials, close }: Papers): ReactNode {
  const today = useToday();
  const [papers] = useState(() => papersOf(materials));
  const promised = (values: Record<string, unknown>): boolean =>
    Object.values((values['papers'] ?? {}) as Form['papers']).some(({ later }) => later);
  const fields: Field[] = [
    ...worksField(offered),
    {
      name: 'handlingMode',
      label: itemActs.handlingMode,
      control: <Radio.Group options={optionsOf(modes)} />,
      required: true,
    },
    {
      name: 'papers',
      label: itemActs.papers,
      control: <PapersField materials={materials} caseId={of.id} itemCode={item.itemCode} />,
    },
    {
      name: 'promiseFile',
      label: itemActs.promiseFile,
      hint: itemActs.promiseExplained,
      control: <FileField keptIn={{ caseId: of.id, itemCode: item.itemCode }} label={itemActs.promiseFile} />,
      required: true,
      when: promised,
    },
    { name: 'signedOn', label: itemActs.signedOn, control: <DateField />, required: true, day: true, when: promised },
    ...(offered.offersCommitment
      ? [{ name: 'notifyAndCommit', label: null, control: <Checkbox>{itemActs.commitment}</Checkbox>, flag: true }]
      : []),
    {
      name: 'parallelGroup',
      label: itemActs.parallel,
      hint: itemActs.parallelHint,
      control: <Input maxLength={40} />,
    },
  ];
  return (
    <ActForm<typeof contract, Form>
      command={submitApproval}
      submit={itemActs.submit}
      initial={{ handlingMode: '代跑腿', papers, signedOn: today, notifyAndCommit: false }}
      input={({ works, handlingMode, notifyAndCommit, parallelGroup, ...brought }) => ({
        caseId: of.id,
        itemCode: item.itemCode,
        works: works ?? null,
        handlingMode,
        notifyAndCommit: notifyAndCommit ?? false,
        parallelGroup: parallelGroup || null,
        ...supplies(materials, brought),
      })}
      said={({ number }) => itemActs.submitted(number)}
      onDone={close}
      fields={fields}
    />
  );
}

interface FieldProps {
  materials: Material[];
  caseId: string;
  itemCode: string;
  value?: Record<string, Paper>;
  onChange?: (papers: Record<string, Paper>) => void;
}

function PapersField({ materials, caseId, itemCode, value = {}, onChange }: FieldProps): ReactNode {
  const change = (code: string, paper: Paper) => onChange?.({ ...value, [code]: paper });
  return (
    <ul className="plain conditions">
      {materials
        .filter(({ code }) => code in value)
        .map(({ code, name, deferralWorkdays, origin }) => (
          <li key={code}>
            {name}
            <div className="act-row">
              {origin.kind !== 'from_item' && (
                <FileField
                  keptIn={{ caseId, itemCode }}
                  label={name}
                  value={value[code]?.documentId ?? ''}
                  onChange={(documentId) => change(code, { documentId, later: false })}
                />
              )}
              {deferralWorkdays !== null && (
                <Checkbox
                  checked={value[code]?.later ?? false}
                  onChange={({ target }) => change(code, { documentId: '', later: target.checked })}
                >
                  {itemActs.later}({itemActs.within(deferralWorkdays)})
                </Checkbox>
              )}
            </div>
          </li>
        ))}
    </ul>
  );
}
