import { Select } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { appointAgent, listInstitutions } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { people } from '../../texts/people.js';
import { useMe } from '../../shell/me.js';
import { agentFields, filled } from './agent-fields.js';
import type { AgentValues } from './agent-fields.js';

type Values = AgentValues & { institutionId: string };

/** 聘任人员, at the institutions the reader manages. */
export function AppointAgent(): ReactNode {
  const { institutionId } = useMe();
  const { data } = useAsk(listInstitutions, {});
  const managed = (data?.items ?? []).filter(({ actions }) => actions.includes('agents.appoint-agent'));
  const options = managed.map(({ id, name }) => ({ value: id, label: name }));
  const own = managed.find(({ id }) => id === institutionId)?.id;
  if (managed.length === 0) return null;
  return (
    <ActDialog label={people.appoint} kind={{ type: 'primary' }} wide>
      {(close) => (
        <ActForm<typeof contracts.appointAgent, Values>
          command={appointAgent}
          initial={{ source: 'established_post', fullTime: true, capacity: 10, ...(own ? { institutionId: own } : {}) }}
          input={({ institutionId: at, ...values }) => ({
            institutionId: at,
            ...compact(filled(values as AgentValues)),
          })}
          submit={people.appoint}
          said={({ name }) => people.appointed(name)}
          onDone={close}
          fields={[
            {
              name: 'institutionId',
              label: people.institution,
              required: true,
              control: <Select options={options} showSearch={{ optionFilterProp: 'label' }} />,
            },
            ...agentFields(),
          ]}
        />
      )}
    </ActDialog>
  );
}

/** Fields that were not asked are left to the contract's defaults. */
const compact = (values: AgentValues): AgentValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as AgentValues;
