import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { Refused } from '#libs/client/client.js';
import { useDo } from '../../api/hooks.js';
import { editInstitution, establishInstitution } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm, faultsOf } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { ConflictDialog } from '../../parts/conflict-dialog.js';
import { changesOf, differences } from '../../parts/differences.js';
import { Problem } from '../../parts/problem.js';
import { institutionLevels, institutions as words } from '../../texts/people.js';
import { shell } from '../../texts/shell.js';
import { optionsOf } from '../../texts/words.js';
import { RegionPicker } from './region-picker.js';
import type { Institution } from './institutions.js';

type Told = Pick<Institution, 'name' | 'servicePoint' | 'hotline'>;
const told = (): Field[] => [
  { name: 'name', label: words.name, required: true, control: <Input maxLength={100} /> },
  { name: 'servicePoint', label: words.servicePoint, required: true, control: <Input maxLength={200} /> },
  { name: 'hotline', label: words.hotline, required: true, control: <Input maxLength={20} inputMode="tel" /> },
];
const LABELS = { name: () => words.name, servicePoint: () => words.servicePoint, hotline: () => words.hotline };
const toldOf = ({ name, servicePoint, hotline }: Institution): Told => ({ name, servicePoint, hotline });

interface Values extends Told {
  level: Institution['level'];
  regionId: string;
  parentId?: string;
}

/** 设立: the county or town, and the institution above it. Shown to who manages one. */
export function EstablishInstitution({ of }: { of: Institution[] }): ReactNode {
  const parents = of.filter(({ actions }) => actions.includes('agents.edit-institution'));
  if (parents.length === 0) return null;
  return (
    <ActDialog label={words.establish} kind={{ type: 'primary' }}>
      {(close) => (
        <ActForm<typeof contracts.establishInstitution, Values>
          command={establishInstitution}
          initial={{ level: 'county' }}
          input={({ parentId, ...values }) => ({ ...values, parentId: parentId ?? null })}
          submit={words.establish}
          said={({ name }) => words.established(name)}
          onDone={close}
          fields={[
            {
              name: 'level',
              label: words.level,
              required: true,
              control: <Radio.Group options={optionsOf(institutionLevels)} />,
            },
            {
              name: 'regionId',
              label: words.region,
              hint: words.regionCode,
              required: true,
              control: <RegionPicker />,
            },
            {
              name: 'parentId',
              label: words.parent,
              required: true,
              when: ({ level }) => level !== 'city',
              control: <Select options={parents.map(({ id, name }) => ({ value: id, label: name }))} />,
            },
            ...told(),
          ]}
        />
      )}
    </ActDialog>
  );
}

/** Name, service point and hotline, against the version that was seen. */
export function EditInstitution({ of }: { of: Institution }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.edit}
      </Button>
      <Modal
        open={open}
        title={`${words.edit} · ${of.name}`}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <EditForm of={of} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function EditForm({ of, onDone }: { of: Institution; onDone: () => void }): ReactNode {
  const [form] = Form.useForm<Told>();
  const [seen, setSeen] = useState(of);
  const [theirs, setTheirs] = useState<Institution | null>(null);
  const edit = useDo(editInstitution);
  const { message } = App.useApp();
  const mine = () => changesOf(toldOf(seen), form.getFieldsValue());
  const send = (changes: Partial<Told>, version: number) =>
    edit.mutate(
      { input: { id: of.id, ...changes }, version },
      {
        onSuccess: () => {
          void message.success(words.edited);
          onDone();
        },
        onError: (error) => {
          if (error instanceof Refused && error.status === 412) setTheirs(error.body.params?.state as Institution);
          else form.setFields(faultsOf(error, told()) as Parameters<typeof form.setFields>[0]);
        },
      },
    );
  const resolve = (now: Institution, keep: string[]) => {
    const asked = differences(toldOf(seen), mine(), toldOf(now)).map(({ field }) => field as string);
    const kept = Object.entries(mine()).filter(([field]) => !asked.includes(field) || keep.includes(field));
    setSeen(now);
    setTheirs(null);
    form.setFieldsValue({ ...toldOf(now), ...Object.fromEntries(kept) });
    send(Object.fromEntries(kept), now.version);
  };
  return (
    <Form form={form} layout="vertical" initialValues={toldOf(of)} onFinish={() => send(mine(), seen.version)}>
      {told().map(({ name, label, control }) => (
        <Form.Item key={name} name={name} label={label} rules={[{ required: true }]}>
          {control}
        </Form.Item>
      ))}
      {edit.error && !theirs && <Problem error={edit.error} />}
      <Button type="primary" htmlType="submit" loading={edit.isPending}>
        {shell.save}
      </Button>
      {theirs && (
        <ConflictDialog<Told>
          differences={differences(toldOf(seen), mine(), toldOf(theirs))}
          labelOf={(field) => LABELS[field]()}
          show={String}
          onCancel={() => setTheirs(null)}
          onResolve={(keep) => resolve(theirs, keep)}
        />
      )}
    </Form>
  );
}
