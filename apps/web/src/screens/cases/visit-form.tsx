import { App, Button, Checkbox, Form, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listVisits as visitsContract } from '#libs/contracts/projects.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { listVisits, recordVisit } from '../../api/operations.js';
import { faultsOf } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { DateField, dayRule } from '../../parts/date-field.js';
import { dayOf, timeOf } from '../../parts/dates.js';
import { FileField } from '../../parts/file-field.js';
import { useNow } from '../../parts/now.js';
import { Problem } from '../../parts/problem.js';
import { useDraft } from '../../parts/use-draft.js';
import { conflicts } from '../../texts/conflicts.js';
import { cases } from '../../texts/cases.js';
import { shell } from '../../texts/shell.js';
import type { CaseTab } from './case-page.js';

interface Props extends CaseTab {
  onDone: () => void;
}

interface Values {
  result: string;
  place: string;
  metWith: string;
  on: string;
  at: string;
  onSite: boolean;
  helmetWorn: boolean;
  photoFileId?: string;
}

const FIELDS = ['result', 'place', 'metWith'].map((name) => ({ name, label: name, control: null }));
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** One sentence and Enter: today, now, the signed-in person and the place of the last visit are filled in. */
export function VisitForm({ of, onDone }: Props): ReactNode {
  const past = useAsk(listVisits, { caseId: of.id });
  return <Answer of={past}>{(visits) => <Filled of={of} past={visits} onDone={onDone} />}</Answer>;
}

function Filled({ of, past, onDone }: Props & { past: Output<typeof visitsContract> }): ReactNode {
  const [form] = Form.useForm<Values>();
  const first = useRef<InputRef>(null);
  const now = useNow();
  const record = useDo(recordVisit);
  const { message } = App.useApp();
  const draft = useDraft(`visit:${of.id}`, form);
  useEffect(() => first.current?.focus(), []);
  const last = past.visits.at(-1);
  const initial = {
    place: last?.place ?? cases.unitPlace,
    metWith: last?.metWith ?? cases.unitStaff,
    on: dayOf(now),
    at: timeOf(now),
    onSite: false,
    helmetWorn: false,
  };
  const save = ({ on, at, ...given }: Values) =>
    record.mutate(
      { input: { caseId: of.id, visitedAt: `${on}T${at.padStart(5, '0')}:00+08:00`, ...given } },
      {
        onSuccess: () => {
          draft.discard();
          void message.success(cases.visitDone(past.visitCount + 1));
          onDone();
        },
        onError: (error) => form.setFields(faultsOf(error, FIELDS) as Parameters<typeof form.setFields>[0]),
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      className="visit-form"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={draft.changed}
      onFinish={save}
    >
      <Form.Item name="result" label={cases.visitResult} rules={[{ required: true, whitespace: true }]}>
        <Input ref={first} maxLength={1000} placeholder={cases.visitResultHint} autoComplete="off" />
      </Form.Item>
      <WhereAndWhen />
      <Form.Item name="photoFileId" label={cases.photo}>
        <FileField label={cases.photo} />
      </Form.Item>
      {record.error && <Problem error={record.error} />}
      <div className="act-buttons">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {shell.save}
        </Button>
        <kbd className="soft small">Enter</kbd>
        {draft.savedAt && <span className="soft small">{conflicts.draftKept(timeOf(draft.savedAt))}</span>}
      </div>
    </Form>
  );
}

function WhereAndWhen(): ReactNode {
  const onSite = Form.useWatch<boolean>('onSite');
  return (
    <>
      <div className="pair">
        <Form.Item name="place" label={cases.visitPlace} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="metWith" label={cases.visitMet} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="on" label={cases.visitDay} rules={[{ required: true }, dayRule]}>
          <DateField />
        </Form.Item>
        <Form.Item name="at" label={cases.visitTime} rules={[{ pattern: TIME, message: cases.visitTimeWrong }]}>
          <Input maxLength={5} style={{ width: 90 }} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
      <div className="flags">
        <Form.Item name="onSite" valuePropName="checked">
          <Checkbox>{cases.onSite}</Checkbox>
        </Form.Item>
        {onSite && (
          <Form.Item name="helmetWorn" valuePropName="checked">
            <Checkbox>{cases.helmetWorn}</Checkbox>
          </Form.Item>
        )}
      </div>
    </>
  );
}
