import { PhoneOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getInstitution, getTeam } from '../../api/operations.js';
import { assignedRoles } from '../../texts/case-info.js';
import { portal } from '../../texts/portal.js';

export function Phone({ of, number }: { of: string; number: string }): ReactNode {
  return (
    <a className="phone" href={`tel:${number}`} aria-label={portal.callAt(of, number)}>
      <PhoneOutlined aria-hidden /> {number}
    </a>
  );
}

/** Who is at it for the unit: the people with their work phones, the institution with its hotline. */
export function Contacts({ caseId, institutionId }: { caseId: string; institutionId: string }): ReactNode {
  const team = useAsk(getTeam, { caseId }).data?.assignments.filter(({ to }) => to === null) ?? [];
  const office = useAsk(getInstitution, { id: institutionId }).data;
  return (
    <ul className="plain contacts">
      {team.length === 0 && <li className="soft">{portal.notAssigned}</li>}
      {team.map(({ id, agentName, role, workPhone }) => (
        <li key={id}>
          <strong>{agentName}</strong> <span className="soft">{assignedRoles[role]}</span>
          <Phone of={agentName} number={workPhone} />
        </li>
      ))}
      {office && (
        <li>
          <strong>{office.name}</strong> <span className="soft">{office.servicePoint}</span>
          <Phone of={office.name} number={office.hotline} />
        </li>
      )}
    </ul>
  );
}
