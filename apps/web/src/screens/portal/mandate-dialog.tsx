import { Checkbox, Form, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { Uploaded } from '../../api/files.js';
import { useAsk } from '../../api/hooks.js';
import { getTeam, grantMandate } from '../../api/operations.js';
import { CommandDialog } from '../../parts/command-dialog.js';
import { DateField } from '../../parts/date-field.js';
import { useToday } from '../../parts/now.js';
import { forms } from '../../texts/forms.js';
import { agreements } from '../../texts/portal.js';
import type { Detail } from './unit-case.js';

interface Values {
  holderAgentId: string;
  scope: 'all' | 'some';
  items?: string[];
  validFrom: string;
  validTo: string;
  file?: Uploaded;
}

const USUAL_YEARS = 2;
/** The last day of a power that begins on `from`. */
const usualEnd = (from: string): string => dayjs(from).add(USUAL_YEARS, 'year').subtract(1, 'day').format('YYYY-MM-DD');

/** 授权委托书: to whom, for what, from when to when (R133). */
export function MandateDialog({ of, open, onClose }: { of: Detail; open: boolean; onClose: () => void }): ReactNode {
  const today = useToday();
  const team = useAsk(getTeam, open ? { caseId: of.id } : null).data;
  const people = team?.assignments.filter(({ to, role }) => to === null && role !== 'policy_adviser') ?? [];
  const required = [{ required: true, message: forms.required }];
  const initial: Partial<Values> = {
    ...(of.principal ? { holderAgentId: of.principal.agentId } : {}),
    scope: 'all',
    validFrom: today,
    validTo: usualEnd(today),
  };
  return (
    <CommandDialog
      title={agreements.grant}
      open={open}
      onClose={onClose}
      command={grantMandate}
      initial={initial}
      input={({ holderAgentId, scope, items = [], validFrom, validTo, file }: Values) => ({
        caseId: of.id,
        ...{ holderAgentId, validFrom, validTo },
        items: scope === 'all' ? ('all' as const) : items,
        ...(file ? { fileId: file.fileId } : {}),
      })}
      done={agreements.granted}
      ok={agreements.grant}
    >
      <p className="soft">{agreements.mandateHint}</p>
      <Form.Item name="holderAgentId" label={agreements.holder} rules={required}>
        <Select
          options={people.map(({ agentId: value, agentName, workPhone }) => ({
            value,
            label: `${agentName} ${workPhone}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="scope" label={agreements.items}>
        <Radio.Group
          options={[
            { value: 'all', label: agreements.allItems },
            { value: 'some', label: agreements.someItems },
          ]}
        />
      </Form.Item>
      <SomeItems of={of} />
      <div className="pair">
        <Form.Item name="validFrom" label={agreements.from} rules={required}>
          <DateField />
        </Form.Item>
        <Form.Item name="validTo" label={agreements.to} rules={required}>
          <DateField min={today} />
        </Form.Item>
      </div>
    </CommandDialog>
  );
}

/** Asked only when not all items are meant. */
function SomeItems({ of }: { of: Detail }): ReactNode {
  const options = of.items
    .filter(({ need, entrusted }) => need !== 'not_needed' && entrusted)
    .map(({ itemCode: value, name: label }) => ({ value, label }));
  return (
    <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.scope !== after.scope}>
      {({ getFieldValue }) =>
        getFieldValue('scope') === 'some' && (
          <Form.Item name="items" rules={[{ required: true, message: forms.required }]}>
            <Checkbox.Group className="portal-checks" options={options} />
          </Form.Item>
        )
      }
    </Form.Item>
  );
}
