import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { listAgreements, recordTrip, terminateCase } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { Answer } from '../../parts/answer.js';
import { DateField } from '../../parts/date-field.js';
import { day, dayOf } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { useToday } from '../../parts/now.js';
import { ReasonField } from '../../parts/reason-field.js';
import { Section } from '../../parts/section.js';
import { forms } from '../../texts/forms.js';
import { agreements, portal } from '../../texts/portal.js';
import { AgreementReader } from './agreement-reader.js';
import type { Agreement } from './agreement-reader.js';
import { Mandates } from './mandates.js';
import type { Shown } from './unit-case.js';

/** The agreement in its versions, the powers of attorney, and the ways to say that something went wrong. */
export function AgreementsTab({ of }: { of: Shown }): ReactNode {
  const { detail, may } = of;
  return (
    <>
      <Section title={portal.tabAgreement}>
        <Answer of={useAsk(listAgreements, { caseId: detail.id })}>
          {({ items }) => (
            <>
              {items.length === 0 && <p className="soft">{agreements.none}</p>}
              <ul className="plain portal-items">
                {items.toReversed().map((one, index) => (
                  <Version key={one.id} of={one} newest={index === 0} maySign={may('projects.sign-agreement')} />
                ))}
              </ul>
            </>
          )}
        </Answer>
      </Section>
      <Mandates of={of} />
      <div className="portal-last">
        {may('projects.record-trip') && <Trip caseId={detail.id} />}
        {may('projects.terminate-case') && <Terminate caseId={detail.id} />}
      </div>
    </>
  );
}

function Version({ of, newest, maySign }: { of: Agreement; newest: boolean; maySign: boolean }): ReactNode {
  const [open, setOpen] = useState(false);
  const { unitSignature, institutionSignature } = of;
  const signing = newest && maySign && unitSignature === null;
  return (
    <li>
      <Button type="link" className="portal-item" onClick={() => setOpen(true)}>
        {agreements.open(of.agreementVersion)}
      </Button>
      <span className="portal-item-marks">
        <Standing of={of} newest={newest} />
      </span>
      <p className="soft">
        {[unitSignature, institutionSignature]
          .flatMap((signature) => (signature ? [agreements.signedBy(signature.name, day(dayOf(signature.at)))] : []))
          .join(' · ')}
      </p>
      <AgreementReader of={of} open={open} onClose={() => setOpen(false)} signing={signing} />
    </li>
  );
}

function Standing({ of, newest }: { of: Agreement; newest: boolean }): ReactNode {
  if (of.inForce) return <Mark tone="jade">{agreements.bothSigned}</Mark>;
  if (!newest) return <Mark tone="ink">{agreements.replaced}</Mark>;
  const waits = of.unitSignature ? agreements.waitsForThem : agreements.waitsForYou;
  return <Mark tone="gold">{waits}</Mark>;
}

function Trip({ caseId }: { caseId: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const today = useToday();
  return (
    <>
      <Button onClick={() => setOpen(true)}>{agreements.trip}</Button>
      <ActDialog
        title={agreements.trip}
        open={open}
        onClose={() => setOpen(false)}
        command={recordTrip}
        initial={{ on: today }}
        input={({ on, reason }: { on: string; reason: string }) => ({ caseId, on, reason })}
        done={agreements.tripDone}
      >
        <Form.Item name="on" label={agreements.tripOn} rules={[{ required: true, message: forms.required }]}>
          <DateField max={today} />
        </Form.Item>
        <Form.Item name="reason" label={agreements.tripWhy} rules={[{ required: true, message: forms.required }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </ActDialog>
    </>
  );
}

function Terminate({ caseId }: { caseId: string }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {agreements.terminate}
      </Button>
      <ActDialog
        title={agreements.terminate}
        open={open}
        onClose={() => setOpen(false)}
        command={terminateCase}
        input={({ reason }: { reason: string }) => ({ caseId, reason })}
        done={agreements.terminated}
        ok={agreements.terminate}
        danger
      >
        <p>{agreements.terminateHint}</p>
        <ReasonField />
      </ActDialog>
    </>
  );
}
