import { Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type {
  beginSpecialProcedure as BeginSpecial,
  extendApproval as Extend,
  refuseAcceptance as RefuseAcceptance,
  requestCorrection as RequestCorrection,
} from '#libs/contracts/approvals.js';
import type { RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import {
  beginSpecialProcedure,
  extendApproval,
  getItem,
  refuseAcceptance,
  requestCorrection,
} from '../../api/operations.js';
import { useMe } from '../../shell/me.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { CheckList } from '../../parts/check-list.js';
import { DateField } from '../../parts/date-field.js';
import { acts } from '../../texts/filing-acts.js';
import type { Filing } from './filing.js';

// What the reviewing body does besides accepting and deciding; each act is a dialog of its own.

type Without<T, K extends string> = Omit<T, K>;
const opinionField = { control: <Input.TextArea rows={4} maxLength={500} showCount />, required: true } as const;

export function CorrectionAct({ of: { id, number, materials } }: { of: Filing }): ReactNode {
  const options = materials
    .filter(({ origin }) => origin.kind !== 'not_applicable')
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <ActDialog label={acts.requestCorrection} wide>
      {(close) => (
        <ActForm<typeof RequestCorrection, Without<RawInput<typeof RequestCorrection>, 'id'>>
          command={requestCorrection}
          submit={acts.requestCorrection}
          input={(asked) => ({ id, ...asked })}
          said={() => acts.correctionAsked(number)}
          onDone={close}
          fields={[
            {
              name: 'materialCodes',
              label: acts.whichMaterials,
              control: <CheckList options={options} />,
              required: true,
              hint: acts.allAtOnce,
            },
            { name: 'dueOn', label: acts.correctBy, control: <DateField />, required: true, day: true },
            { name: 'opinion', label: acts.opinion, hint: acts.opinionHint, ...opinionField },
          ]}
        />
      )}
    </ActDialog>
  );
}

export function RefuseAcceptanceAct({ of: { id, number, actions } }: { of: Filing }): ReactNode {
  const grounds = [
    ...(actions.includes('decline') ? [{ value: '不受理', label: acts.groundDeclined }] : []),
    ...(actions.includes('deny') ? [{ value: '不予受理', label: acts.groundDenied }] : []),
  ];
  return (
    <ActDialog label={acts.refuseAcceptance} kind={{ danger: true }}>
      {(close) => (
        <ActForm<typeof RefuseAcceptance, Without<RawInput<typeof RefuseAcceptance>, 'id'>>
          command={refuseAcceptance}
          submit={acts.refuseAcceptance}
          danger
          input={(refused) => ({ id, ...refused })}
          said={() => acts.refusedAcceptance(number)}
          onDone={close}
          fields={[
            { name: 'ground', label: acts.ground, control: <Radio.Group options={grounds} />, required: true },
            { name: 'reason', label: acts.reason, ...opinionField },
          ]}
        />
      )}
    </ActDialog>
  );
}

export function SpecialProcedureAct({ of: { id, number, itemCode } }: { of: Filing }): ReactNode {
  const me = useMe();
  const item = useAsk(getItem, { code: itemCode }).data;
  const named = (causes: string[]) => causes.map((cause) => ({ value: cause.replace(/\(.*\)$/, ''), label: cause }));
  const options = [
    { label: acts.causeStatutory, options: named(item?.statutoryClockStop ?? []) },
    { label: acts.causePromise, options: named(item?.promiseClockStop ?? []) },
  ].filter((group) => group.options.length > 0);
  if (item && options.length === 0) return null;
  return (
    <ActDialog label={acts.beginSpecial}>
      {(close) => (
        <ActForm<typeof BeginSpecial, Without<RawInput<typeof BeginSpecial>, 'id'>>
          command={beginSpecialProcedure}
          submit={acts.beginSpecial}
          initial={{ approver: me.name }}
          input={(begun) => ({ id, ...begun })}
          said={() => acts.specialBegun(number)}
          onDone={close}
          fields={[
            { name: 'cause', label: acts.cause, control: <Select options={options} />, required: true },
            {
              name: 'noticeWorkdays',
              label: acts.noticeWorkdays,
              control: <InputNumber min={1} max={250} precision={0} />,
              required: true,
            },
            { name: 'approver', label: acts.approver, control: <Input maxLength={40} />, required: true },
          ]}
        />
      )}
    </ActDialog>
  );
}

export function ExtendAct({ of: { id, number } }: { of: Filing }): ReactNode {
  const me = useMe();
  return (
    <ActDialog label={acts.extend}>
      {(close) => (
        <ActForm<typeof Extend, Without<RawInput<typeof Extend>, 'id'>>
          command={extendApproval}
          submit={acts.extend}
          initial={{ approver: me.name }}
          input={(extended) => ({ id, ...extended })}
          said={() => acts.extended(number)}
          onDone={close}
          fields={[
            { name: 'days', label: acts.days, control: <InputNumber min={1} max={60} precision={0} />, required: true },
            { name: 'reason', label: acts.reason, ...opinionField },
            { name: 'approver', label: acts.approver, control: <Input maxLength={40} />, required: true },
          ]}
        />
      )}
    </ActDialog>
  );
}
