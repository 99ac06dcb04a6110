import { WarningFilled } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { contactDirectly, listDirectContacts } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { transfers } from '../../texts/transfers.js';
import { itemNameIn } from './routing-plan.js';
import type { Routing } from './routing-plan.js';

interface Props {
  caseId: string;
  routing: Routing;
}

/** 少数事项直联: the item's chief contact is told, the case stays. */
export function DirectContacts({ caseId, routing }: Props): ReactNode {
  const found = useAsk(listDirectContacts, { caseId });
  const nameOf = itemNameIn(routing);
  const open = routing.allowed.includes('agents.contact-directly')
    ? routing.actions.filter(({ kind }) => kind === 'contact_directly').flatMap(({ itemCodes }) => itemCodes)
    : [];
  return (
    <Section
      title={transfers.contacts}
      actions={open.map((itemCode) => (
        <ContactDialog key={itemCode} caseId={caseId} itemCode={itemCode} name={nameOf(itemCode)} />
      ))}
    >
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{transfers.noContacts}</p>
          ) : (
            <ul className="rows">
              {items.map(({ id, itemCode, agentName, workPhone, asSubstitute, asLiaison, note, askedBy, askedAt }) => (
                <li key={id}>
                  <div className="grow">
                    {nameOf(itemCode)} → <strong>{agentName}</strong> <a href={`tel:${workPhone}`}>{workPhone}</a>{' '}
                    {asSubstitute && <Mark tone="gold">{transfers.asSubstitute}</Mark>}
                    {asLiaison && (
                      <Mark tone="cinnabar" icon={<WarningFilled />}>
                        {transfers.asLiaison}
                      </Mark>
                    )}
                    <p className="small soft">{transfers.asked(askedBy, instant(askedAt))}</p>
                    {note && <p className="small">{note}</p>}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

const ContactDialog = ({ caseId, itemCode, name }: { caseId: string; itemCode: string; name: string }): ReactNode => (
  <ActDialog label={`${transfers.contact}:${name}`} title={transfers.contactTitle(name)}>
    {(close) => (
      <ActForm<typeof contracts.contactDirectly, { note?: string }>
        command={contactDirectly}
        input={({ note }) => ({ caseId, itemCode, note: note?.trim() || null })}
        submit={transfers.contact}
        said={({ agentName, workPhone }) => transfers.contacted(agentName, workPhone)}
        onDone={close}
        fields={[
          {
            name: 'note',
            label: transfers.note,
            control: <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />,
          },
        ]}
      />
    )}
  </ActDialog>
);
