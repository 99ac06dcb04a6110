import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listMandates as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { endMandate, listMandates } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { agreements } from '../../texts/portal.js';
import { MandateDialog } from './mandate-dialog.js';
import type { Shown } from './unit-case.js';

type Mandate = Output<typeof contract>['items'][number];

/** To whom the unit has given its power of attorney; it may end each at any time. */
export function Mandates({ of }: { of: Shown }): ReactNode {
  const { detail, may } = of;
  const [open, setOpen] = useState(false);
  const granting = may('projects.grant-mandate');
  return (
    <Section
      title={agreements.mandates}
      actions={granting && detail.principal && <Button onClick={() => setOpen(true)}>{agreements.grant}</Button>}
    >
      <p className="soft">{detail.principal || !granting ? agreements.mandateHint : agreements.noHolder}</p>
      <Answer of={useAsk(listMandates, { caseId: detail.id })}>
        {({ items }) => (
          <ul className="plain portal-items">
            {items.map((mandate) => (
              <Line key={mandate.id} of={mandate} ending={granting && mandate.inForce} />
            ))}
          </ul>
        )}
      </Answer>
      <MandateDialog of={detail} open={open} onClose={() => setOpen(false)} />
    </Section>
  );
}

function Line({ of, ending }: { of: Mandate; ending: boolean }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <li>
      {of.holderName}
      <span className="portal-item-marks">
        {of.inForce ? (
          <Mark tone="jade">{agreements.inForce}</Mark>
        ) : (
          <Mark tone="ink">{of.endedOn ? agreements.ended : agreements.notInForce}</Mark>
        )}
        {ending && (
          <Button danger size="small" onClick={() => setOpen(true)}>
            {agreements.end}
          </Button>
        )}
      </span>
      <p className="soft">
        {agreements.span(of.validFrom, of.endedOn ?? of.validTo)} ·{' '}
        {of.itemCodes ? agreements.someItems : agreements.allItems}
      </p>
      <ActDialog
        title={agreements.end}
        open={open}
        onClose={() => setOpen(false)}
        command={endMandate}
        input={() => ({ caseId: of.caseId, mandateId: of.id })}
        done={agreements.ended}
        ok={agreements.end}
        danger
      >
        <p>{agreements.endAsk(of.holderName)}</p>
      </ActDialog>
    </li>
  );
}
