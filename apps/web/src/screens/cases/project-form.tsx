import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { useDo } from '../../api/hooks.js';
import { editProject } from '../../api/operations.js';
import { faultsOf } from '../../parts/act-form.js';
import { ConflictDialog } from '../../parts/conflict-dialog.js';
import { changesOf, differences } from '../../parts/differences.js';
import { Problem } from '../../parts/problem.js';
import { caseInfo, projectTypes, regions } from '../../texts/case-info.js';
import { shell } from '../../texts/shell.js';
import { grades, optionsOf } from '../../texts/words.js';
import { amount } from './project.js';
import type { Project } from './project.js';
import { regionName } from './region-name.js';

const FIELDS = [
  'name',
  'projectCode',
  'regionIds',
  'townName',
  'scenario',
  'projectType',
  'industry',
  'grade',
  'totalInvestment',
  'floorArea',
  'landUse',
  'landMode',
  'existingLandDocument',
  'constructionMonths',
] as const;
type Field = (typeof FIELDS)[number];
type Values = Pick<Project, Field>;

/** An empty optional text says that there is none. */
const NULLABLE: readonly Field[] = ['projectCode', 'townName', 'existingLandDocument'];
const filled = (values: Values): Values => ({
  ...values,
  ...Object.fromEntries(NULLABLE.map((field) => [field, values[field] === '' ? null : values[field]])),
});

const valuesOf = (project: Project): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, project[field]])) as Values;

function control(field: Field): ReactNode {
  switch (field) {
    case 'regionIds':
      return <Select mode="multiple" options={optionsOf(regions)} optionFilterProp="label" />;
    case 'projectType':
      return <Select options={optionsOf(projectTypes)} />;
    case 'grade':
      return <Select options={optionsOf(grades)} />;
    case 'totalInvestment':
    case 'floorArea':
    case 'constructionMonths':
      return <InputNumber min={0} style={{ width: '100%' }} />;
    default:
      return <Input maxLength={200} />;
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => regionName(String(each))).join('、');
  if (typeof value === 'number') return amount(value);
  if (typeof value !== 'string') return '—';
  const words: Readonly<Record<string, string>> = { ...projectTypes, ...grades };
  return words[value] ?? value;
}

const named = (name: string) => ({ name, label: name, control: null });
const faultsIn = (error: unknown) => faultsOf(error, FIELDS.map(named));

interface Edit {
  project: Project;
  onDone: () => void;
}

/** Only what was changed goes out, against the version that was seen; what somebody else changed meanwhile is asked about. */
function useEdit(form: FormInstance<Values>, { project, onDone }: Edit) {
  const [seen, setSeen] = useState(project);
  const [theirs, setTheirs] = useState<Project | null>(null);
  const edit = useDo(editProject);
  const { message } = App.useApp();
  const mine = () => changesOf(valuesOf(seen), filled(form.getFieldsValue()));
  const differing = (now: Project) => differences(valuesOf(seen), mine(), valuesOf(now));
  const done = (words: string) => {
    void message.success(words);
    onDone();
  };
  /** Somebody was first: where both changed the same field the writer chooses, otherwise both changes stand. */
  const meet = (now: Project, changes: Partial<Values>) => {
    if (differing(now).length > 0) setTheirs(now);
    else send(changes, now.version);
  };
  const refused = (error: Error, changes: Partial<Values>) => {
    if (error instanceof Refused && error.status === 412) meet(error.body.params?.state as Project, changes);
    else form.setFields(faultsIn(error) as Parameters<typeof form.setFields>[0]);
  };
  const send = (changes: Partial<Values>, version: number) => {
    if (Object.keys(changes).length === 0) return done(caseInfo.nothingChanged);
    const input = { projectId: project.id, ...changes };
    edit.mutate(
      { input, version },
      { onSuccess: () => done(caseInfo.edited), onError: (error) => refused(error, changes) },
    );
  };
  const resolve = (now: Project, keep: readonly string[]) => {
    const asked: string[] = differing(now).map(({ field }) => field);
    const changes = Object.entries(mine()).filter(([field]) => !asked.includes(field) || keep.includes(field));
    const kept = Object.fromEntries(changes) as Partial<Values>;
    setSeen(now);
    setTheirs(null);
    form.setFieldsValue({ ...valuesOf(now), ...kept });
    send(kept, now.version);
  };
  return { edit, theirs, differing, resolve, save: () => send(mine(), seen.version), leave: () => setTheirs(null) };
}

/** The project's fields; a conflict with another person's edit loses nothing. */
export function ProjectForm({ project, onDone }: Edit): ReactNode {
  const [form] = Form.useForm<Values>();
  const { edit, theirs, differing, resolve, save, leave } = useEdit(form, { project, onDone });
  return (
    <>
      <Form form={form} layout="vertical" initialValues={valuesOf(project)} onFinish={save}>
        <div className="project-form">
          {FIELDS.map((field) => (
            <Form.Item
              key={field}
              name={field}
              label={caseInfo[field]}
              rules={[{ required: !NULLABLE.includes(field) }]}
            >
              {control(field)}
            </Form.Item>
          ))}
        </div>
        {edit.error && !theirs && <Problem error={edit.error} />}
        <div className="act-buttons">
          <Button type="primary" htmlType="submit" loading={edit.isPending}>
            {shell.save}
          </Button>
          <Button onClick={onDone}>{shell.cancel}</Button>
        </div>
      </Form>
      {theirs && (
        <ConflictDialog<Values>
          differences={differing(theirs)}
          labelOf={(field) => caseInfo[field]}
          show={shown}
          onCancel={leave}
          onResolve={(keep) => resolve(theirs, keep)}
        />
      )}
    </>
  );
}
