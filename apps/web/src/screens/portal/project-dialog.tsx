import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Output, RawInput } from '#libs/contracts/define.js';
import type { enterProject as contract } from '#libs/contracts/projects.js';
import { enterProject } from '../../api/operations.js';
import { CommandDialog } from '../../parts/command-dialog.js';
import { apply, projectForm } from '../../texts/apply.js';
import { projectTypes, regions } from '../../texts/case-info.js';
import { forms } from '../../texts/forms.js';
import { optionsOf } from '../../texts/words.js';

type Values = RawInput<typeof contract>;

interface Props {
  /** As the list has it; empty for a project that is on none. */
  name: string;
  onClose: () => void;
  onEntered: (project: Output<typeof contract>) => void;
}

const required = [{ required: true, message: forms.required }];
const LAND_MODES = ['出让', '带方案出让', '划拨', '租赁', '自有用地'];
const SCENARIOS = ['工业', '仓储物流', '商业开发', '居住', '教育', '医疗', '市政线性'];

/** What the unit enters of its project; unfinished it is kept as a draft. */
export function ProjectDialog({ name, onClose, onEntered }: Props): ReactNode {
  return (
    <CommandDialog
      title={apply.enter}
      open
      onClose={onClose}
      width={720}
      command={enterProject}
      initial={name ? { name } : {}}
      input={({ projectCode, townName, ...values }: Values) => ({
        ...values,
        projectCode: projectCode || null,
        townName: townName || null,
      })}
      done={(project) => {
        onEntered(project);
        return apply.entered;
      }}
      ok={projectForm.save}
      {...(name ? {} : { draft: 'project:new' })}
    >
      <Form.Item name="name" label={projectForm.name} rules={required} extra={projectForm.nameHint}>
        <Input maxLength={200} readOnly={name !== ''} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="projectCode" label={projectForm.code}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="regionIds" label={projectForm.regions} rules={required}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={optionsOf(regions)} />
        </Form.Item>
        <Form.Item name="townName" label={projectForm.town}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="projectType" label={projectForm.type} rules={required}>
          <Select options={optionsOf(projectTypes)} />
        </Form.Item>
        <Suggested name="scenario" label={projectForm.scenario} of={SCENARIOS} />
        <Suggested name="industry" label={projectForm.industry} of={[]} />
        <Amount name="totalInvestment" label={projectForm.investment} />
        <Amount name="floorArea" label={projectForm.area} />
        <Suggested
          name="landUse"
          label={projectForm.landUse}
          of={['工业用地', '物流仓储用地', '商业服务业用地', '居住用地']}
        />
        <Suggested name="landMode" label={projectForm.landMode} of={LAND_MODES} />
        <Amount name="constructionMonths" label={projectForm.months} />
      </div>
    </CommandDialog>
  );
}

/** A text with usual answers to choose from. */
function Suggested({ name, label, of }: { name: string; label: string; of: readonly string[] }): ReactNode {
  return (
    <>
      <Form.Item name={name} label={label} rules={required}>
        <Input maxLength={50} list={`usual-${name}`} />
      </Form.Item>
      <datalist id={`usual-${name}`}>
        {of.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

const Amount = ({ name, label }: { name: string; label: string }): ReactNode => (
  <Form.Item name={name} label={label} rules={required}>
    <InputNumber min={0} controls={false} className="wide" />
  </Form.Item>
);
