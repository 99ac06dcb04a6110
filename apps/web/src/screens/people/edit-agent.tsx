import { App, Button, Form } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { useDo } from '../../api/hooks.js';
import { editAgent } from '../../api/operations.js';
import { faultsOf } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { dayRule } from '../../parts/date-field.js';
import { ConflictDialog } from '../../parts/conflict-dialog.js';
import { changesOf, differences } from '../../parts/differences.js';
import { Problem } from '../../parts/problem.js';
import { people } from '../../texts/people.js';
import { shell } from '../../texts/shell.js';
import { AGENT_FIELDS, agentFields, filled, labelOf, shown } from './agent-fields.js';
import type { AgentValues } from './agent-fields.js';
import type { Agent } from './people.js';

const valuesOf = (agent: Agent): AgentValues =>
  Object.fromEntries(AGENT_FIELDS.map((field) => [field, agent[field]])) as AgentValues;

/** Only what was changed goes out, against the version that was seen; where two changed the same, the writer chooses. */
export function EditAgent({ of, onDone }: { of: Agent; onDone: () => void }): ReactNode {
  const [form] = Form.useForm<AgentValues>();
  const [seen, setSeen] = useState(of);
  const [theirs, setTheirs] = useState<Agent | null>(null);
  const edit = useDo(editAgent);
  const { message } = App.useApp();
  const mine = () => changesOf(valuesOf(seen), filled({ ...valuesOf(seen), ...form.getFieldsValue() }));
  const differing = (now: Agent) => differences(valuesOf(seen), mine(), valuesOf(now));
  const send = (changes: Partial<AgentValues>, version: number) => {
    if (Object.keys(changes).length === 0) {
      void message.info(people.nothingChanged);
      return onDone();
    }
    edit.mutate(
      { input: { id: of.id, ...changes }, version },
      {
        onSuccess: ({ name }) => {
          void message.success(people.edited(name));
          onDone();
        },
        onError: (error) => {
          if (error instanceof Refused && error.status === 412) meet(error.body.params?.state as Agent, changes);
          else form.setFields(faultsOf(error, agentFields()) as Parameters<typeof form.setFields>[0]);
        },
      },
    );
  };
  const meet = (now: Agent, changes: Partial<AgentValues>) =>
    differing(now).length > 0 ? setTheirs(now) : send(changes, now.version);
  const resolve = (now: Agent, keep: string[]) => {
    const asked = differing(now).map(({ field }) => field as string);
    const changes = Object.entries(mine()).filter(([field]) => !asked.includes(field) || keep.includes(field));
    setSeen(now);
    setTheirs(null);
    form.setFieldsValue({ ...valuesOf(now), ...Object.fromEntries(changes) });
    send(Object.fromEntries(changes), now.version);
  };
  return (
    <div className="act-form">
      <Form form={form} layout="vertical" initialValues={valuesOf(of)} onFinish={() => send(mine(), seen.version)}>
        {agentFields().map((field) => (
          <Item key={field.name} field={field} />
        ))}
        {edit.error && !theirs && <Problem error={edit.error} />}
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {shell.save}
        </Button>
      </Form>
      {theirs && (
        <ConflictDialog<AgentValues>
          differences={differing(theirs)}
          labelOf={labelOf}
          show={shown}
          onCancel={() => setTheirs(null)}
          onResolve={(keep) => resolve(theirs, keep)}
        />
      )}
    </div>
  );
}

function Item({ field }: { field: Field }): ReactNode {
  const { name, label, control, required, day, flag, hint, when } = field;
  const rules = [...(required ? [{ required: true }] : []), ...(day ? [dayRule] : [])];
  const valueProp = flag ? { valuePropName: 'checked' } : {};
  const item = (
    <Form.Item name={name} label={label} rules={rules} extra={hint} {...valueProp}>
      {control}
    </Form.Item>
  );
  if (!when) return item;
  return (
    <Form.Item noStyle shouldUpdate>
      {({ getFieldsValue }) => (when(getFieldsValue() as Record<string, unknown>) ? item : null)}
    </Form.Item>
  );
}
