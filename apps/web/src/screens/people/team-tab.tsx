import { Alert } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getTeam as contract } from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { beginInspection, endAssignment, formTeam, getTeam, listChiefContacts } from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { TextAct } from '../../parts/text-act.js';
import { assignedRoles } from '../../texts/case-info.js';
import { team } from '../../texts/team.js';
import type { CaseDetail, CaseTab } from '../cases/case-page.js';
import { useItemNames } from '../catalogue/item-names.js';
import { AssignAgent } from './assign-agent.js';
import { CaseHandOvers, ProposeHandOver } from './case-hand-overs.js';
import './people.css';

export type Team = Output<typeof contract>;
type Assigned = Team['assignments'][number];

/** 团队 of a case: who serves it, whom to call for an item, who was in it and why. */
export function TeamTab({ of }: CaseTab): ReactNode {
  const found = useAsk(getTeam, { caseId: of.id });
  return (
    <Answer of={found}>
      {(answer) => (
        <>
          <Serving of={of} team={answer} />
          <CaseHandOvers caseId={of.id} />
          <ItemContacts of={of} />
          <History past={answer.assignments.filter(({ to }) => to !== null)} />
        </>
      )}
    </Answer>
  );
}

function Serving({ of, team: answer }: { of: CaseDetail; team: Team }): ReactNode {
  const may = (operation: string) => answer.actions.includes(`agents.${operation}`);
  const now = answer.assignments.filter(({ to }) => to === null);
  return (
    <Section
      title={team.now}
      actions={
        <>
          {may('assign-agent') && <AssignAgent caseId={of.id} team={answer} />}
          {may('propose-hand-over') && <ProposeHandOver of={of} leaderId={answer.leaderId} />}
          {may('form-team') && (
            <TextAct
              command={formTeam}
              input={(reason) => ({ caseId: of.id, complex: true as const, reason })}
              label={team.form}
              field={team.reason}
              hint={team.formHint}
              said={() => team.formed}
            />
          )}
          {may('begin-inspection') && (
            <ActButton
              command={beginInspection}
              input={{ caseId: of.id }}
              label={team.inspect}
              said={() => team.inspecting}
            />
          )}
        </>
      }
    >
      {answer.complexity && <p className="small">{team.complex(answer.complexity.reason, answer.complexity.from)}</p>}
      {now.length === 0 && (
        <Alert type="warning" showIcon title={may('assign-agent') ? team.nobodyManager : team.nobody} />
      )}
      <ul className="rows">
        {now.map((each) => (
          <Person
            key={each.id}
            of={each}
            leads={answer.complexity !== null && each.agentId === answer.leaderId && each.role === 'principal'}
            mayEnd={may('end-assignment')}
          />
        ))}
        {answer.inspectors.map(({ agentId, agentName, from }) => (
          <li key={agentId}>
            <span className="grow">
              <Link to="/people/$agentId" params={{ agentId }}>
                {agentName}
              </Link>{' '}
              <Mark tone="gold">{team.inspector}</Mark>
            </span>
            <span className="soft small">{team.since(from)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Person({ of, leads, mayEnd }: { of: Assigned; leads: boolean; mayEnd: boolean }): ReactNode {
  return (
    <li>
      <div className="grow">
        <Link to="/people/$agentId" params={{ agentId: of.agentId }}>
          <strong>{of.agentName}</strong>
        </Link>{' '}
        <Mark tone={of.role === 'principal' ? 'jade' : 'ink'}>{assignedRoles[of.role]}</Mark>{' '}
        {leads && <Mark tone="indigo">{team.leads}</Mark>}
        <p className="small soft">
          {team.since(of.from)} · {team.because}:{tidy(of.reason)}
          {of.overrideReason && ` · ${team.override}:${of.overrideReason}`}
        </p>
      </div>
      <a href={`tel:${of.workPhone}`}>{of.workPhone}</a>
      {mayEnd && (
        <TextAct
          command={endAssignment}
          input={(reason) => ({ caseId: of.caseId, assignmentId: of.id, reason })}
          label={team.end}
          title={team.endTitle(of.agentName)}
          kind={{ size: 'small', danger: true }}
          field={team.reason}
          said={({ agentName }) => team.ended(agentName)}
        />
      )}
    </li>
  );
}

/** Reasons are whole sentences, put together with semicolons. */
const tidy = (reason: string): string => reason.replaceAll('。;', '。');

function ItemContacts({ of }: CaseTab): ReactNode {
  const nameOf = useItemNames();
  const { data } = useAsk(listChiefContacts, { institutionId: of.currentInstitution.id });
  const codes = new Set(of.items.filter(({ need }) => need === 'needed').map(({ itemCode }) => itemCode));
  const contacts = (data?.items ?? []).filter(({ itemCode }) => itemCode !== null && codes.has(itemCode));
  return (
    <Section title={team.contacts} aside={<span className="soft small">{of.currentInstitution.name}</span>}>
      {contacts.length === 0 ? (
        <p className="soft">{team.noContacts}</p>
      ) : (
        <ul className="rows">
          {contacts.map(({ id, itemCode, agentId, agentName, workPhone }) => (
            <li key={id}>
              <span className="grow">{nameOf(itemCode ?? '')}</span>
              <Link to="/people/$agentId" params={{ agentId }}>
                {agentName}
              </Link>
              <a href={`tel:${workPhone}`}>{workPhone}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function History({ past }: { past: Assigned[] }): ReactNode {
  return (
    <Section title={team.history}>
      {past.length === 0 ? (
        <p className="soft">{team.noHistory}</p>
      ) : (
        <div className="framed" tabIndex={0} role="group" aria-label={team.history}>
          <table>
            <thead>
              <tr>
                {[team.who, team.role, team.from, team.to, team.because, team.endReason].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {past.map(({ id, agentName, role, from, to, reason, endReason }) => (
                <tr key={id}>
                  <td>{agentName}</td>
                  <td>{assignedRoles[role]}</td>
                  <td>{from}</td>
                  <td>{to}</td>
                  <td>{tidy(reason)}</td>
                  <td>{endReason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
