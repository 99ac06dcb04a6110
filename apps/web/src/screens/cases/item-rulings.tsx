import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/approvals.js';
import { markItemNeeded, markItemNotNeeded, setItemLevel, setItemMode } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { evidenceKinds, items as words, levels, modes } from '../../texts/case-items.js';
import { shell } from '../../texts/shell.js';
import type { CaseDetail } from './case-page.js';
import type { PlanLine } from './item-rows.js';

interface RulingOf {
  of: CaseDetail;
  line: PlanLine;
}

const DIALOGS = {
  'approvals.set-item-level': SetLevel,
  'approvals.set-item-mode': SetMode,
  'approvals.mark-item-not-needed': NotNeeded,
  'approvals.mark-item-needed': Needed,
} as const;
const isRuling = (action: string): action is keyof typeof DIALOGS => action in DIALOGS;

/** What people may decide about an item by hand, as far as the plan says that its reader may. */
export const ItemRulings = ({ of, line }: RulingOf): ReactNode =>
  line.actions.filter(isRuling).map((action) => {
    const Dialog = DIALOGS[action];
    return <Dialog key={action} of={of} line={line} />;
  });

const reason: Field = {
  name: 'reason',
  label: shell.reason,
  required: true,
  control: <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />,
};
const target = ({ of, line }: RulingOf) => ({ caseId: of.id, itemCode: line.itemCode });
const titled = (title: string, { line }: RulingOf) => ({ label: title, title: `${title} · ${line.name}` });

type Level = 'county' | 'city' | 'province';

function SetLevel(ruling: RulingOf): ReactNode {
  const options = (['county', 'city', 'province'] as const).map((value) => ({ value, label: levels[value] }));
  return (
    <ActDialog {...titled(words.setLevel, ruling)}>
      {(close) => (
        <ActForm<typeof contracts.setItemLevel, { level: Level; body?: string; reason: string }>
          command={setItemLevel}
          input={({ body, ...given }) => ({ ...target(ruling), ...given, body: body?.trim() || null })}
          submit={words.setLevel}
          said={() => words.levelSet}
          onDone={close}
          fields={[
            { name: 'level', label: words.level, required: true, control: <Select options={options} /> },
            { name: 'body', label: words.body, hint: words.bodyHint, control: <Input maxLength={20} /> },
            reason,
          ]}
        />
      )}
    </ActDialog>
  );
}

type Mode = '代办' | '协助办理' | '单位自办';

function SetMode(ruling: RulingOf): ReactNode {
  const options = (['代办', '协助办理', '单位自办'] as const).map((value) => ({ value, label: modes[value] }));
  const now = options.find(({ value }) => value === ruling.line.mode)?.value;
  return (
    <ActDialog {...titled(words.setMode, ruling)}>
      {(close) => (
        <ActForm<typeof contracts.setItemMode, { mode: Mode; notifyAndCommit: boolean; reason: string }>
          command={setItemMode}
          initial={{ ...(now ? { mode: now } : {}), notifyAndCommit: ruling.line.notifyAndCommit }}
          input={(values) => ({ ...target(ruling), ...values })}
          submit={words.setMode}
          said={() => words.modeSet}
          onDone={close}
          fields={[
            { name: 'mode', label: words.mode, required: true, control: <Select options={options} /> },
            { name: 'notifyAndCommit', label: '', flag: true, control: <Checkbox>{words.commitWhat}</Checkbox> },
            reason,
          ]}
        />
      )}
    </ActDialog>
  );
}

interface Exemption {
  ground: '免办' | '不涉及';
  kind: keyof typeof evidenceKinds;
  reference: string;
  reason: string;
}

function NotNeeded(ruling: RulingOf): ReactNode {
  const grounds = [
    { value: '免办', label: words.exempt },
    { value: '不涉及', label: words.notConcerned },
  ];
  const kinds = (['region_assessment', 'exemption_list', 'fact'] as const).map((value) => ({
    value,
    label: evidenceKinds[value],
  }));
  return (
    <ActDialog {...titled(words.notNeeded, ruling)}>
      {(close) => (
        <ActForm<typeof contracts.markItemNotNeeded, Exemption>
          command={markItemNotNeeded}
          input={({ ground, kind, reference, reason: why }) => ({
            ...target(ruling),
            ground,
            evidence: { kind, reference },
            reason: why,
          })}
          submit={words.notNeeded}
          said={() => words.notNeededDone}
          onDone={close}
          fields={[
            { name: 'ground', label: words.ground, required: true, control: <Select options={grounds} /> },
            { name: 'kind', label: words.evidenceKind, required: true, control: <Select options={kinds} /> },
            {
              name: 'reference',
              label: words.reference,
              hint: words.referenceHint,
              required: true,
              control: <Input maxLength={300} />,
            },
            reason,
          ]}
        />
      )}
    </ActDialog>
  );
}

function Needed(ruling: RulingOf): ReactNode {
  return (
    <ActDialog {...titled(words.restore, ruling)}>
      {(close) => (
        <ActForm<typeof contracts.markItemNeeded, { reason: string }>
          command={markItemNeeded}
          input={(values) => ({ ...target(ruling), ...values })}
          submit={words.restore}
          said={() => words.restored}
          onDone={close}
          fields={[reason]}
        />
      )}
    </ActDialog>
  );
}
