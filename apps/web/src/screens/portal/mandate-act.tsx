import { Checkbox, Radio, Select } from 'antd';
import type { ButtonProps } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { grantMandate as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { getTeam, grantMandate } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { useToday } from '../../parts/now.js';
import { agreements } from '../../texts/portal.js';
import type { Detail } from './unit-case.js';

interface Values {
  holderAgentId: string;
  scope: 'all' | 'some';
  items?: string[];
  validFrom: string;
  validTo: string;
}

const USUAL_YEARS = 2;
/** The last day of a power that begins on `from`. */
const usualEnd = (from: string): string => dayjs(from).add(USUAL_YEARS, 'year').subtract(1, 'day').format('YYYY-MM-DD');

/** 授权委托书: to whom, for what, from when to when (R133). */
export function MandateAct({ of, kind }: { of: Detail; kind?: Pick<ButtonProps, 'type' | 'size'> }): ReactNode {
  const today = useToday();
  const fields = useFields(of);
  return (
    <ActDialog label={agreements.grant} {...(kind ? { kind } : {})} wide>
      {(close) => (
        <>
          <p className="soft">{agreements.mandateHint}</p>
          <ActForm<typeof contract, Values>
            command={grantMandate}
            initial={{
              ...(of.principal ? { holderAgentId: of.principal.agentId } : {}),
              scope: 'all',
              validFrom: today,
              validTo: usualEnd(today),
            }}
            input={({ scope, items = [], ...values }) => ({
              caseId: of.id,
              ...values,
              items: scope === 'all' ? 'all' : items,
            })}
            submit={agreements.grantNow}
            said={() => agreements.granted}
            onDone={close}
            fields={fields}
          />
        </>
      )}
    </ActDialog>
  );
}

function useFields(of: Detail): Field[] {
  const team = useAsk(getTeam, { caseId: of.id }).data?.assignments ?? [];
  const people = team
    .filter(({ to, role }) => to === null && role !== 'policy_adviser')
    .map(({ agentId: value, agentName, workPhone }) => ({ value, label: `${agentName} ${workPhone}` }));
  const items = of.items
    .filter(({ need, entrusted }) => need !== 'not_needed' && entrusted)
    .map(({ itemCode: value, name: label }) => ({ value, label }));
  const scopes = [
    { value: 'all', label: agreements.allItems },
    { value: 'some', label: agreements.someItems },
  ];
  return [
    { name: 'holderAgentId', label: agreements.holder, control: <Select options={people} />, required: true },
    { name: 'scope', label: agreements.items, control: <Radio.Group options={scopes} />, required: true },
    {
      name: 'items',
      label: agreements.someItems,
      control: <Checkbox.Group className="portal-checks" options={items} />,
      required: true,
      when: ({ scope }) => scope === 'some',
    },
    { name: 'validFrom', label: agreements.from, control: <DateField />, required: true, day: true },
    { name: 'validTo', label: agreements.to, control: <DateField />, required: true, day: true },
  ];
}
