import { Input, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { listChiefLiaisons, listDocuments, proposeTransfer } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { transferMethods, transfers } from '../../texts/transfers.js';
import { optionsOf } from '../../texts/words.js';
import type { CaseDetail } from '../cases/case-page.js';
import { InstitutionPicker } from '../people/pickers.js';
import { papersOf } from './papers.js';
import type { Routing } from './routing-plan.js';

type Wanted = RawInput<typeof contracts.proposeTransfer>;

interface Values {
  toInstitutionId: string;
  liaisonId?: string;
  itemCodes: string[];
  documentIds?: string[];
  originals?: string[];
  method: Wanted['method'];
  methodNote?: string;
  trackingNumber?: string;
  overrideReason?: string;
  decision?: string;
}

interface Props {
  of: CaseDetail;
  routing: Routing;
}

/** 转交: filled in as the routing suggests; the sender stays responsible until the other receives. */
export function ProposeTransfer({ of, routing }: Props): ReactNode {
  return (
    <ActDialog label={transfers.propose} title={transfers.proposeTitle} kind={{ type: 'primary' }} wide>
      {(close) => <TransferForm of={of} routing={routing} onDone={close} />}
    </ActDialog>
  );
}

function TransferForm({ of, routing, onDone }: Props & { onDone: () => void }): ReactNode {
  const suggested = routing.actions.find(({ kind }) => kind === 'transfer_down' || kind === 'transfer_up');
  const [to, setTo] = useState(suggested?.institutionId ?? null);
  const documents = useAsk(listDocuments, { caseId: of.id }).data?.items ?? [];
  return (
    <ActForm<typeof contracts.proposeTransfer, Values>
      command={proposeTransfer}
      initial={{
        ...(suggested?.institutionId ? { toInstitutionId: suggested.institutionId } : {}),
        itemCodes: suggested?.itemCodes ?? [],
        method: 'platform_upload',
      }}
      input={({ documentIds = [], originals = [], ...values }): Wanted => ({
        caseId: of.id,
        ...filled(values),
        materials: papersOf(documents, documentIds, originals),
      })}
      submit={transfers.propose}
      said={({ toInstitutionName }) => transfers.proposed(toInstitutionName)}
      onDone={onDone}
      fields={[
        {
          name: 'toInstitutionId',
          label: transfers.toInstitution,
          required: true,
          control: <Chosen onChosen={setTo} without={[routing.holdingInstitutionId]} />,
        },
        {
          name: 'liaisonId',
          label: transfers.liaisonField,
          hint: transfers.liaisonHint,
          control: <LiaisonPicker institutionId={to} />,
        },
        {
          name: 'itemCodes',
          label: transfers.itemsField,
          required: true,
          control: <Select mode="multiple" options={itemOptions(of)} showSearch={{ optionFilterProp: 'label' }} />,
        },
        ...paperFields(documents.map(({ id, name }) => ({ value: id, label: name }))),
        ...wayFields(),
      ]}
    />
  );
}

/** Optional texts that are empty are none. */
const filled = ({ liaisonId, ...values }: Omit<Values, 'documentIds' | 'originals'>) => ({
  ...values,
  ...(liaisonId ? { liaisonId } : {}),
  methodNote: values.methodNote?.trim() || null,
  trackingNumber: values.trackingNumber?.trim() || null,
  overrideReason: values.overrideReason?.trim() || null,
  decision: values.decision?.trim() || null,
});

const itemOptions = ({ items }: CaseDetail) =>
  items
    .filter(({ need, entrusted }) => need === 'needed' && entrusted)
    .map(({ itemCode, name }) => ({ value: itemCode, label: `${itemCode} ${name}` }));

const paperFields = (options: { value: string; label: string }[]): Field[] => [
  {
    name: 'documentIds',
    label: transfers.materialsField,
    hint: transfers.materialsHint,
    control: <Select mode="multiple" allowClear options={options} showSearch={{ optionFilterProp: 'label' }} />,
  },
  {
    name: 'originals',
    label: transfers.originals,
    when: ({ documentIds, method }) => Array.isArray(documentIds) && documentIds.length > 0 && method !== 'email',
    control: <Select mode="multiple" allowClear options={options} showSearch={{ optionFilterProp: 'label' }} />,
  },
];

const wayFields = (): Field[] => [
  { name: 'method', label: transfers.method, required: true, control: <Select options={optionsOf(transferMethods)} /> },
  {
    name: 'trackingNumber',
    label: transfers.trackingNumber,
    required: true,
    when: ({ method }) => method === 'courier',
    control: <Input maxLength={40} />,
  },
  {
    name: 'methodNote',
    label: transfers.methodNote,
    required: true,
    when: ({ method }) => method === 'other',
    control: <Input maxLength={100} />,
  },
  {
    name: 'overrideReason',
    label: transfers.overrideReason,
    hint: transfers.overrideHint,
    control: <Input maxLength={300} />,
  },
  { name: 'decision', label: transfers.decision, hint: transfers.decisionHint, control: <Input maxLength={300} /> },
];

interface ChosenProps {
  onChosen: (id: string) => void;
  without: string[];
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** The receiving institution, whose liaisons are then offered. */
const Chosen = ({ onChosen, onChange, ...held }: ChosenProps): ReactNode => (
  <InstitutionPicker
    {...held}
    onChange={(next) => {
      onChange?.(next);
      onChosen(next);
    }}
  />
);

interface LiaisonPick {
  institutionId: string | null;
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

function LiaisonPicker({ institutionId, ...held }: LiaisonPick): ReactNode {
  const { data } = useAsk(listChiefLiaisons, {});
  const options = (data?.items ?? [])
    .filter((liaison) => liaison.institutionId === institutionId)
    .map(({ id, agentName, workPhone }) => ({ value: id, label: `${agentName} ${workPhone}` }));
  return <Select {...held} allowClear options={options} />;
}
