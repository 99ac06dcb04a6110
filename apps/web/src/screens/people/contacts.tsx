import { Select } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { endChiefContact, listChiefContacts, listInstitutions } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { ConfirmAct } from '../../parts/confirm-act.js';
import { Mark } from '../../parts/marks.js';
import { liaisons as words } from '../../texts/team.js';
import { AppointContact, NameSubstitute, ReplaceContact } from './contact-forms.js';
import { subjectOf } from './contact.js';
import type { Contact } from './contact.js';
import { ItemPicker } from './pickers.js';

/** 首席联系人: one an item or category at each institution, with who stands in. */
export function Contacts({ on }: { on: string | null }): ReactNode {
  const { institutionId, itemCode } = useSearch({ from: '/routing-board' });
  const navigate = useNavigate();
  const institutions = useAsk(listInstitutions, {});
  const found = useAsk(listChiefContacts, {
    ...(typeof institutionId === 'string' ? { institutionId } : {}),
    ...(typeof itemCode === 'string' ? { itemCode } : {}),
    ...(on === null ? {} : { on }),
  });
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true });
  const managed = (institutions.data?.items ?? []).filter(({ actions }) =>
    actions.includes('agents.appoint-chief-contact'),
  );
  return (
    <>
      <div className="bar" role="search">
        <Select
          aria-label={words.institution}
          placeholder={words.institution}
          allowClear
          value={typeof institutionId === 'string' ? institutionId : null}
          options={(institutions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next: string | null) => set({ institutionId: next ?? undefined })}
          style={{ minWidth: 240 }}
        />
        <span className="item-pick">
          <ItemPicker
            aria-label={words.item}
            {...(typeof itemCode === 'string' ? { value: itemCode } : {})}
            onChange={(next) => set({ itemCode: next })}
          />
        </span>
        {on === null && managed.length > 0 && <AppointContact of={managed} />}
      </div>
      <Answer of={found}>
        {({ items }) => (
          <ContactTable of={items} managed={on === null ? new Set(managed.map(({ id }) => id)) : new Set<string>()} />
        )}
      </Answer>
    </>
  );
}

function ContactTable({ of, managed }: { of: Contact[]; managed: ReadonlySet<string> }): ReactNode {
  if (of.length === 0) return <p className="soft">{words.noContacts}</p>;
  return (
    <div className="framed" tabIndex={0} role="group" aria-label={words.tabContacts}>
      <table>
        <thead>
          <tr>
            {[words.subject, words.institution, words.contact, words.substitute].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {managed.size > 0 && <th scope="col">{words.acts}</th>}
          </tr>
        </thead>
        <tbody>
          {of.map((contact) => (
            <ContactRow
              key={contact.id}
              of={contact}
              acts={managed.size > 0}
              mayManage={managed.has(contact.institutionId)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ContactRow({ of, acts, mayManage }: { of: Contact; acts: boolean; mayManage: boolean }): ReactNode {
  return (
    <tr>
      <td>
        {subjectOf(of)} {of.itemCode && <span className="soft small">{of.itemCode}</span>}
        {of.category && <Mark tone="indigo">{words.category}</Mark>}
      </td>
      <td>{of.institutionName}</td>
      <td>
        <Link to="/people/$agentId" params={{ agentId: of.agentId }}>
          {of.agentName}
        </Link>{' '}
        <a className="small" href={`tel:${of.workPhone}`}>
          {of.workPhone}
        </a>
        <p className="small soft">{words.since(of.from)}</p>
      </td>
      <td>{of.substituteName ?? <span className="soft">{words.noSubstitute}</span>}</td>
      {acts && (
        <td>
          {mayManage && (
            <span className="row-acts">
              <ReplaceContact of={of} />
              <NameSubstitute of={of} />
              <ConfirmAct
                command={endChiefContact}
                input={{ id: of.id }}
                label={words.end}
                what={words.endContactWhat(of.agentName, subjectOf(of))}
                said={() => words.contactEnded}
                kind={{ size: 'small', type: 'text', danger: true }}
              />
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
