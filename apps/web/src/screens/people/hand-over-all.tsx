import { App, Button, Form, Input, Modal, Radio, Steps } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { HandedRow } from '#libs/contracts/agents.js';
import { useDo } from '../../api/hooks.js';
import { handOverAll, tryHandOverAll } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { assignedRoles } from '../../texts/case-info.js';
import { causes, handing } from '../../texts/handing.js';
import { optionsOf } from '../../texts/words.js';
import { useItemNames } from '../catalogue/item-names.js';
import { EMPTY, wantedOf } from './hand-over-plan.js';
import type { Plan } from './hand-over-plan.js';
import { HandedRows } from './handed-rows.js';
import type { Held } from './holdings.js';
import type { Agent } from './people.js';
import { AgentPicker } from './pickers.js';

interface Props {
  of: Agent;
  held: Held;
}

/** 一次交接全部工作: why, who takes what, a look at what would become of it, and what became of it. */
export function HandOverAll({ of, held }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const close = (done: boolean) => {
    setOpen(false);
    if (done) setRound((before) => before + 1);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {handing.all}
      </Button>
      <Modal open={open} title={handing.allTitle(of.name)} width={860} footer={null} onCancel={() => close(false)}>
        <Wizard key={round} of={of} held={held} onDone={() => close(true)} />
      </Modal>
    </>
  );
}

function Wizard({ of, held, onDone }: Props & { onDone: () => void }): ReactNode {
  const [step, setStep] = useState(0);
  const [plan, setPlan] = useState(EMPTY);
  const trial = useDo(tryHandOverAll);
  const change = (changes: Partial<Plan>) => setPlan((before) => ({ ...before, ...changes }));
  const look = () => trial.mutate({ input: wantedOf(of.id, plan) }, { onSuccess: () => setStep(2) });
  const steps = [handing.stepWhy, handing.stepWho, handing.stepLook];
  return (
    <>
      <Steps
        current={step}
        size="small"
        responsive={false}
        items={steps.map((title) => ({ title }))}
        style={{ marginBottom: 20 }}
      />
      {step === 0 && <Why plan={plan} onChange={change} />}
      {step === 1 && <Takers of={of} held={held} plan={plan} onChange={change} />}
      {step === 2 && trial.data && <Look of={of} plan={plan} rows={trial.data.rows} onDone={onDone} />}
      {step === 1 && trial.error && <Problem error={trial.error} />}
      <div className="act-buttons">
        {step > 0 && <Button onClick={() => setStep(step - 1)}>{handing.before}</Button>}
        {step === 0 && (
          <Button type="primary" disabled={plan.text.trim() === ''} onClick={() => setStep(1)}>
            {handing.next}
          </Button>
        )}
        {step === 1 && (
          <Button type="primary" loading={trial.isPending} onClick={look}>
            {handing.look}
          </Button>
        )}
      </div>
    </>
  );
}

interface StepProps {
  plan: Plan;
  onChange: (changes: Partial<Plan>) => void;
}

const Why = ({ plan, onChange }: StepProps): ReactNode => (
  <Form layout="vertical" component={false}>
    <Form.Item label={handing.cause}>
      <Radio.Group
        aria-label={handing.cause}
        value={plan.cause}
        options={optionsOf(causes)}
        onChange={({ target }) => onChange({ cause: target.value as Plan['cause'] })}
      />
    </Form.Item>
    <Form.Item label={handing.text} htmlFor="hand-over-text" extra={handing.textHint}>
      <Input
        id="hand-over-text"
        value={plan.text}
        maxLength={300}
        onChange={({ target }) => onChange({ text: target.value })}
      />
    </Form.Item>
  </Form>
);

function Takers({ of, held, plan, onChange }: Props & StepProps): ReactNode {
  const nameOf = useItemNames();
  const rows = [
    ...held.assignments.map(({ id, projectName, role }) => [id, `${projectName} · ${assignedRoles[role]}`] as const),
    ...held.chiefContacts.map(
      ({ id, itemCode, category }) => [id, handing.contact(category ?? nameOf(itemCode ?? ''))] as const,
    ),
    ...held.chiefLiaisons.map(({ id, regionName }) => [id, handing.liaison(regionName)] as const),
  ];
  const picker = { institutionId: of.institutionId, without: [of.id] };
  return (
    <>
      <Form layout="vertical" component={false}>
        <Form.Item label={handing.defaultTaker} htmlFor="default-taker" extra={handing.defaultHint}>
          <AgentPicker
            {...picker}
            id="default-taker"
            {...(plan.defaultTo ? { value: plan.defaultTo } : {})}
            onChange={(defaultTo) => onChange({ defaultTo })}
          />
        </Form.Item>
      </Form>
      <div className="framed" tabIndex={0} role="group" aria-label={handing.stepWho}>
        <table>
          <tbody>
            {rows.map(([id, label]) => (
              <tr key={id}>
                <td>{label}</td>
                <td>
                  <AgentPicker
                    {...picker}
                    aria-label={handing.taker(label)}
                    placeholder={handing.asDefault}
                    {...(plan.takers[id] ? { value: plan.takers[id] } : {})}
                    onChange={(taker) => onChange({ takers: { ...plan.takers, [id]: taker } })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface LookProps {
  of: Agent;
  plan: Plan;
  rows: HandedRow[];
  onDone: () => void;
}

/** Nothing has changed yet: what would become of each row, and the last word. */
function Look({ of, plan, rows, onDone }: LookProps): ReactNode {
  const act = useDo(handOverAll);
  const { message } = App.useApp();
  const refused = rows.filter(({ outcome }) => outcome === 'refused').length;
  const hand = () =>
    act.mutate(
      { input: { ...wantedOf(of.id, plan), skipRefused: refused > 0 } },
      {
        onSuccess: (bulk) => {
          void message.success(handing.done(bulk.rows.filter(({ outcome }) => outcome !== 'refused').length));
          onDone();
        },
      },
    );
  return (
    <>
      <p>{handing.lookWhat}</p>
      <HandedRows rows={rows} trial />
      {act.error && <Problem error={act.error} />}
      <div className="act-buttons">
        <Button type="primary" disabled={refused === rows.length} loading={act.isPending} onClick={hand}>
          {refused > 0 ? handing.skip(refused) : handing.hand}
        </Button>
      </div>
    </>
  );
}
