import { App, Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { useDo } from '../../api/hooks.js';
import { appointChiefContact, nameSubstitute, replaceChiefContact } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Problem } from '../../parts/problem.js';
import { shell } from '../../texts/shell.js';
import { liaisons as words } from '../../texts/team.js';
import { subjectOf } from './contact.js';
import type { Contact } from './contact.js';
import type { Institution } from './institutions.js';
import { AgentPicker, ItemPicker } from './pickers.js';

interface Values {
  institutionId: string;
  by: 'item' | 'category';
  itemCode?: string;
  category?: string;
  agentId: string;
  substituteId?: string;
}

/** For one item or one category, never for both (R26). */
export function AppointContact({ of }: { of: Institution[] }): ReactNode {
  const [at, setAt] = useState(of[0]?.id);
  const institution = (
    <Select onSelect={(id: string) => setAt(id)} options={of.map(({ id, name }) => ({ value: id, label: name }))} />
  );
  return (
    <ActDialog label={words.appointContact} kind={{ type: 'primary' }}>
      {(close) => (
        <ActForm<typeof contracts.appointChiefContact, Values>
          command={appointChiefContact}
          initial={{ by: 'item', ...(at ? { institutionId: at } : {}) }}
          input={({ by, itemCode, category, substituteId, ...values }) => ({
            ...values,
            itemCode: by === 'item' ? (itemCode ?? null) : null,
            category: by === 'category' ? (category ?? null) : null,
            substituteId: substituteId ?? null,
          })}
          submit={words.appointContact}
          said={({ agentName }) => words.contactAppointed(agentName)}
          onDone={close}
          fields={[
            { name: 'institutionId', label: words.institution, required: true, control: institution },
            {
              name: 'by',
              label: words.contactOf,
              control: (
                <Radio.Group
                  options={[
                    { value: 'item', label: words.item },
                    { value: 'category', label: words.category },
                  ]}
                />
              ),
            },
            {
              name: 'itemCode',
              label: words.item,
              required: true,
              when: ({ by }) => by === 'item',
              control: <ItemPicker />,
            },
            {
              name: 'category',
              label: words.category,
              required: true,
              when: ({ by }) => by === 'category',
              control: <Input maxLength={20} />,
            },
            ...people(at),
          ]}
        />
      )}
    </ActDialog>
  );
}

const people = (institutionId: string | undefined, without: string[] = []) => [
  {
    name: 'agentId',
    label: words.contact,
    required: true,
    control: <AgentPicker institutionId={institutionId} without={without} />,
  },
  { name: 'substituteId', label: words.substitute, control: <AgentPicker institutionId={institutionId} /> },
];

export function ReplaceContact({ of }: { of: Contact }): ReactNode {
  return (
    <ActDialog label={words.replace} title={words.replaceContact(subjectOf(of))} kind={{ size: 'small', type: 'text' }}>
      {(close) => (
        <ActForm<typeof contracts.replaceChiefContact, { agentId: string; substituteId?: string }>
          command={replaceChiefContact}
          input={({ agentId, substituteId }) => ({ id: of.id, agentId, substituteId: substituteId ?? null })}
          submit={words.replace}
          said={({ agentName }) => words.replaced(agentName)}
          onDone={close}
          fields={people(of.institutionId, [of.agentId])}
        />
      )}
    </ActDialog>
  );
}

/** Who stands in while the chief contact is away; nobody, too. */
export function NameSubstitute({ of }: { of: Contact }): ReactNode {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(of.substituteId);
  const act = useDo(nameSubstitute);
  const { message } = App.useApp();
  const onSuccess = () => {
    setOpen(false);
    void message.success(words.substituteNamed);
  };
  return (
    <>
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        {words.nameSubstitute}
      </Button>
      <Modal
        open={open}
        title={words.substituteTitle(of.agentName)}
        okText={shell.save}
        cancelText={shell.cancel}
        confirmLoading={act.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => act.mutate({ input: { id: of.id, substituteId: chosen }, version: of.version }, { onSuccess })}
      >
        <AgentPicker
          institutionId={of.institutionId}
          without={[of.agentId]}
          aria-label={words.substitute}
          {...(chosen === null ? {} : { value: chosen })}
          onChange={(next: string | undefined) => setChosen(next ?? null)}
        />
        {act.error && <Problem error={act.error} />}
      </Modal>
    </>
  );
}
