import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Output, RawInput } from '#libs/contracts/define.js';
import type { enterProject as contract } from '#libs/contracts/projects.js';
import { enterProject } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { apply, projectForm } from '../../texts/apply.js';
import { projectTypes, regions } from '../../texts/case-info.js';
import { optionsOf } from '../../texts/words.js';

type Values = RawInput<typeof contract>;

interface Props {
  label: string;
  /** As the list has it; without it the project is on none. */
  name?: string;
  onEntered: (project: Output<typeof contract>) => void;
}

const USUAL = {
  scenario: ['工业', '仓储物流', '商业开发', '居住', '教育', '医疗', '市政线性'],
  landUse: ['工业用地', '物流仓储用地', '商业服务业用地', '居住用地'],
  landMode: ['出让', '带方案出让', '划拨', '租赁', '自有用地'],
};

/** What the unit enters of its project. */
export function ProjectAct({ label, name, onEntered }: Props): ReactNode {
  return (
    <ActDialog label={label} title={apply.enter} wide>
      {(close) => (
        <ActForm<typeof contract, Values>
          command={enterProject}
          initial={name ? { name } : {}}
          input={({ projectCode, townName, ...values }) => ({
            ...values,
            projectCode: projectCode || null,
            townName: townName || null,
          })}
          submit={projectForm.save}
          said={() => apply.entered}
          onDone={(project) => {
            onEntered(project);
            close();
          }}
          fields={fieldsOf(name !== undefined)}
        />
      )}
    </ActDialog>
  );
}

const fieldsOf = (listed: boolean): Field[] => [
  {
    name: 'name',
    label: projectForm.name,
    control: <Input maxLength={200} readOnly={listed} />,
    required: true,
    hint: projectForm.nameHint,
  },
  { name: 'projectCode', label: projectForm.code, control: <Input maxLength={30} /> },
  {
    name: 'regionIds',
    label: projectForm.regions,
    control: <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={optionsOf(regions)} />,
    required: true,
  },
  { name: 'townName', label: projectForm.town, control: <Input maxLength={50} /> },
  {
    name: 'projectType',
    label: projectForm.type,
    control: <Select options={optionsOf(projectTypes)} />,
    required: true,
  },
  { name: 'scenario', label: projectForm.scenario, control: <Suggested of={USUAL.scenario} />, required: true },
  { name: 'industry', label: projectForm.industry, control: <Input maxLength={100} />, required: true },
  { name: 'totalInvestment', label: projectForm.investment, control: <Amount />, required: true },
  { name: 'floorArea', label: projectForm.area, control: <Amount />, required: true },
  { name: 'landUse', label: projectForm.landUse, control: <Suggested of={USUAL.landUse} />, required: true },
  { name: 'landMode', label: projectForm.landMode, control: <Suggested of={USUAL.landMode} />, required: true },
  { name: 'constructionMonths', label: projectForm.months, control: <Amount />, required: true },
];

interface Control<T> {
  id?: string;
  value?: T;
  onChange?: (value: T | null) => void;
}

/** A text with usual answers to choose from; a `Form.Item` gives id, value and onChange. */
function Suggested({ of, id = '', value = '', onChange }: Control<string> & { of: readonly string[] }): ReactNode {
  return (
    <>
      <Input
        id={id}
        value={value}
        maxLength={50}
        list={`${id}-usual`}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <datalist id={`${id}-usual`}>
        {of.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

const Amount = (control: Control<number>): ReactNode => (
  <InputNumber<number> {...control} min={0} controls={false} className="wide" />
);
