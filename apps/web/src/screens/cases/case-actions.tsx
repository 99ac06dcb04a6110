import { Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CarOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { recordTrip } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { useToday } from '../../parts/now.js';
import { cases } from '../../texts/cases.js';
import type { CaseTab } from './case-page.js';
import { allows } from './allows.js';
import { VisitForm } from './visit-form.js';

/** What is done on a case every day; the rest stands in the tab it belongs to. */
export function CaseActions({ of }: CaseTab): ReactNode {
  return (
    <>
      {allows(of, 'projects.record-trip') && <RecordTrip of={of} />}
      {allows(of, 'projects.record-visit') && <RecordVisit of={of} />}
    </>
  );
}

function RecordVisit({ of }: CaseTab): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<CarOutlined />} onClick={() => setOpen(true)}>
        {cases.recordVisit}
      </Button>
      <Modal
        open={open}
        title={`${cases.recordVisit} · ${of.projectName}`}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <VisitForm of={of} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

interface TripForm {
  on: string;
  reason: string;
}

function RecordTrip({ of }: CaseTab): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={cases.recordTrip}>
      {(close) => (
        <>
          <p className="soft">{cases.tripGoal}</p>
          <ActForm<typeof import('#libs/contracts/projects.js').recordTrip, TripForm>
            command={recordTrip}
            initial={{ on: today }}
            input={(values) => ({ caseId: of.id, ...values })}
            submit={cases.recordTrip}
            said={() => cases.tripDone}
            onDone={close}
            fields={[
              {
                name: 'reason',
                label: cases.tripReason,
                required: true,
                control: <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />,
              },
              { name: 'on', label: cases.visitDay, required: true, day: true, control: <DateField /> },
            ]}
          />
        </>
      )}
    </ActDialog>
  );
}
