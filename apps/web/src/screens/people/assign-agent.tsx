import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { assignAgent, suggestAgents } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { assignedRoles } from '../../texts/case-info.js';
import { helperStages } from '../../texts/people.js';
import { team } from '../../texts/team.js';
import { optionsOf } from '../../texts/words.js';
import { AgentPicker } from './pickers.js';
import type { Team } from './team-tab.js';

type Role = keyof typeof assignedRoles;
interface Values {
  agentId: string;
  stage?: keyof typeof helperStages;
  reason: string;
  overrideReason?: string;
}

/** 指派: the role, then those suggested with their reasons, then the reason. */
export function AssignAgent({ caseId, team: now }: { caseId: string; team: Team }): ReactNode {
  const [chosen, setRole] = useState<Role | null>(null);
  const role = chosen ?? vacantRole(now);
  const options = optionsOf(assignedRoles).filter(({ value }) => now.complexity !== null || value !== 'member');
  return (
    <ActDialog label={team.assign} kind={{ type: 'primary' }} wide>
      {(close) => (
        <>
          <Radio.Group
            aria-label={team.role}
            value={role}
            options={options}
            optionType="button"
            onChange={({ target }) => setRole(target.value as Role)}
            style={{ marginBottom: 14 }}
          />
          <AssignForm key={role} caseId={caseId} role={role} onDone={close} />
        </>
      )}
    </ActDialog>
  );
}

/** The role nobody has yet: the principal before the guide. */
const vacantRole = ({ assignments }: Team): Role =>
  (['principal', 'guide'] as const).find(
    (role) => !assignments.some((each) => each.role === role && each.to === null),
  ) ?? 'policy_adviser';

function AssignForm({ caseId, role, onDone }: { caseId: string; role: Role; onDone: () => void }): ReactNode {
  const who =
    role === 'member' ? <AgentPicker placeholder={team.member} /> : <Suggestions caseId={caseId} role={role} />;
  return (
    <ActForm<typeof contracts.assignAgent, Values>
      command={assignAgent}
      input={({ agentId, stage = undefined, reason, overrideReason }) => ({
        caseId,
        role,
        agentId,
        stage: stage ?? null,
        reason,
        overrideReason: overrideReason?.trim() || null,
      })}
      submit={team.assign}
      said={({ agentName }) => team.assigned(agentName)}
      onDone={onDone}
      fields={[
        { name: 'agentId', label: role === 'member' ? team.member : team.suggested, required: true, control: who },
        ...(role === 'principal'
          ? [
              {
                name: 'stage',
                label: team.stage,
                control: <Select allowClear placeholder={team.firstStage} options={optionsOf(helperStages)} />,
              },
            ]
          : []),
        { name: 'reason', label: team.reason, required: true, control: <Input maxLength={300} /> },
        { name: 'overrideReason', label: team.override, control: <Input maxLength={300} /> },
      ]}
    />
  );
}

interface SuggestionsProps {
  caseId: string;
  role: Exclude<Role, 'member'>;
  value?: string;
  onChange?: (agentId: string) => void;
}

/** Who could take it, the best first, each with the reasons; and who cannot, and why. */
function Suggestions({ caseId, role, value, onChange }: SuggestionsProps): ReactNode {
  const found = useAsk(suggestAgents, { caseId, role });
  return (
    <Answer of={found}>
      {({ ranked, excluded }) => (
        <>
          {ranked.length === 0 && <p className="soft">{team.noneFits}</p>}
          <Radio.Group
            className="suggested"
            aria-label={team.suggested}
            value={value}
            onChange={({ target }) => onChange?.(target.value as string)}
            options={ranked.slice(0, 8).map(({ agentId, name, reasons }) => ({
              value: agentId,
              label: (
                <>
                  <strong>{name}</strong> <span className="soft small">{reasons.join('')}</span>
                </>
              ),
            }))}
          />
          {excluded.length > 0 && (
            <details className="small">
              <summary>{team.excluded(excluded.length)}</summary>
              <ul>
                {excluded.map(({ agentId, name, reasons }) => (
                  <li key={agentId}>
                    {name}:{reasons.join('')}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Answer>
  );
}
