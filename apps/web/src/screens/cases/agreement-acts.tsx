import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/projects.js';
import { draftAgreement, fileSignedAgreement } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { FileField } from '../../parts/file-field.js';
import { useToday } from '../../parts/now.js';
import { papers } from '../../texts/case-papers.js';
import { shell } from '../../texts/shell.js';
import type { Agreement } from './agreement-tab.js';
import type { CaseTab } from './case-page.js';

interface Draft {
  itemCodes?: string[];
  institutionDuties?: string;
  unitDuties?: string;
  reason?: string;
}

/** One duty a line; nothing written leaves the usual ones. */
const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const asked = <K extends string>(name: K, values: string[]) =>
  (values.length > 0 ? { [name]: values } : {}) as Partial<Record<K, string[]>>;

export function DraftAgreement({ of, supplement }: CaseTab & { supplement: boolean }): ReactNode {
  const label = supplement ? papers.supplement : papers.draft;
  const needed = of.items.filter(({ need }) => need === 'needed');
  const duties = <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={papers.dutiesHint} />;
  return (
    <ActDialog label={label} wide kind={{ type: supplement ? 'default' : 'primary' }}>
      {(close) => (
        <ActForm<typeof contracts.draftAgreement, Draft>
          command={draftAgreement}
          input={({ itemCodes = [], institutionDuties, unitDuties, reason }) => ({
            caseId: of.id,
            ...asked('itemCodes', itemCodes),
            ...asked('institutionDuties', lines(institutionDuties)),
            ...asked('unitDuties', lines(unitDuties)),
            ...(reason ? { reason } : {}),
          })}
          submit={label}
          said={() => papers.drafted}
          onDone={close}
          fields={[
            ...(supplement
              ? [{ name: 'reason', label: shell.reason, required: true, control: <Input maxLength={500} /> }]
              : []),
            {
              name: 'itemCodes',
              label: papers.itemCodes,
              hint: papers.itemCodesHint,
              control: (
                <Select
                  mode="multiple"
                  showSearch={{ optionFilterProp: 'label' }}
                  options={needed.map(({ itemCode, name }) => ({ value: itemCode, label: `${itemCode} ${name}` }))}
                />
              ),
            },
            { name: 'institutionDuties', label: papers.institutionDuties, control: duties },
            { name: 'unitDuties', label: papers.unitDuties, control: duties },
          ]}
        />
      )}
    </ActDialog>
  );
}

interface Scan {
  fileId: string;
  signedOn: string;
  unitSignatory: string;
  institutionSignatory: string;
}

/** Both have signed on paper: the scan, the day on it and who signed (R44). */
export function FileScan({ of, agreement }: CaseTab & { agreement: Agreement }): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={papers.fileScan}>
      {(close) => (
        <ActForm<typeof contracts.fileSignedAgreement, Scan>
          command={fileSignedAgreement}
          initial={{ signedOn: today }}
          input={(values) => ({ caseId: of.id, agreementId: agreement.id, ...values })}
          submit={papers.fileScan}
          said={() => papers.filed}
          onDone={close}
          fields={[
            { name: 'fileId', label: papers.scan, required: true, control: <FileField label={papers.scan} /> },
            { name: 'signedOn', label: papers.signedOn, required: true, day: true, control: <DateField /> },
            { name: 'unitSignatory', label: papers.unitSignatory, required: true, control: <Input maxLength={30} /> },
            {
              name: 'institutionSignatory',
              label: papers.institutionSignatory,
              required: true,
              control: <Input maxLength={30} />,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
