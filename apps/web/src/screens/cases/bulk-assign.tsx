import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useEach } from '../../api/each.js';
import { useAsk } from '../../api/hooks.js';
import { assignAgent, listAgents } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { useMe } from '../../shell/me.js';
import { caseList } from '../../texts/case-list.js';
import { AssignResults } from './assign-results.js';

export interface Assignable {
  id: string;
  number: string;
  projectName: string;
}

interface Asked {
  role: 'principal' | 'guide';
  agentId: string;
  reason: string;
  overrideReason?: string;
}

/** One person for all the ticked cases; how each fared is said beside it, and each can be taken back. */
export function BulkAssign({ rows, onDone }: { rows: Assignable[]; onDone: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {caseList.assign}
      </Button>
      <Modal
        open={open}
        title={caseList.assignTitle(rows.length)}
        footer={null}
        width={600}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Assigning rows={rows} onDone={onDone} />
      </Modal>
    </>
  );
}

function Assigning({ rows, onDone }: { rows: Assignable[]; onDone: () => void }): ReactNode {
  const [form] = Form.useForm<Asked>();
  const each = useEach(assignAgent);
  const [undone, setUndone] = useState<ReadonlySet<string>>(new Set());
  const begun = each.running || each.outcomes.size > 0;
  const open = rows.some(({ id }) => !each.outcomes.get(id)?.done);
  const send = ({ overrideReason, ...asked }: Asked) =>
    void each.run(
      new Map(rows.map(({ id }) => [id, { caseId: id, ...asked, overrideReason: overrideReason?.trim() || null }])),
    );
  return (
    <Form form={form} layout="vertical" initialValues={{ role: 'principal' }} onFinish={send}>
      {open && <AssignFields disabled={each.running} />}
      {begun && (
        <AssignResults
          rows={rows}
          outcomes={each.outcomes}
          undone={undone}
          onUndone={(id) => setUndone((before) => new Set([...before, id]))}
        />
      )}
      {open ? (
        <Button type="primary" htmlType="submit" loading={each.running}>
          {begun && !each.running ? caseList.goOn : caseList.begin}
        </Button>
      ) : (
        <Button type="primary" onClick={onDone}>
          {caseList.close}
        </Button>
      )}
    </Form>
  );
}

function AssignFields({ disabled }: { disabled: boolean }): ReactNode {
  const role = Form.useWatch<Asked['role'] | undefined>('role') ?? 'principal';
  const agents = useCandidates(role);
  return (
    <>
      <Form.Item name="role" label={caseList.role}>
        <Radio.Group
          disabled={disabled}
          options={[
            { value: 'principal', label: caseList.principal },
            { value: 'guide', label: caseList.asGuide },
          ]}
        />
      </Form.Item>
      <Form.Item name="agentId" label={caseList.agent} extra={caseList.agentHint} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          disabled={disabled}
          options={agents.options}
          loading={agents.loading}
        />
      </Form.Item>
      {agents.error && <Problem error={agents.error} />}
      <Form.Item name="reason" label={caseList.reason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={300} disabled={disabled} />
      </Form.Item>
      <Form.Item name="overrideReason" label={caseList.override} extra={caseList.overrideHint}>
        <Input maxLength={300} disabled={disabled} />
      </Form.Item>
    </>
  );
}

/** Those who may hold the role, of one's own institution first. */
function useCandidates(role: Asked['role']) {
  const { institutionId } = useMe();
  const wanted = role === 'guide' ? 'guide' : 'helper';
  const found = useAsk(listAgents, { class: wanted, active: 'true', pageSize: 200 });
  const own = (agent: { institutionId: string }): number => Number(agent.institutionId === institutionId);
  const agents = (found.data?.items ?? []).toSorted((a, b) => own(b) - own(a));
  const options = agents.map(({ id, name, load, capacity, institutionName }) => ({
    value: id,
    label: `${caseList.load(name, load, capacity)} · ${institutionName}`,
  }));
  return { options, loading: found.isPending, error: found.error };
}
