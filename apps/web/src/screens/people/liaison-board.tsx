import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import {
  appointChiefLiaison,
  endChiefLiaison,
  liaisonCompliance,
  listChiefLiaisons,
  listInstitutions,
  replaceChiefLiaison,
} from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { TextAct } from '../../parts/text-act.js';
import { shell } from '../../texts/shell.js';
import { liaisons as words } from '../../texts/team.js';
import { AgentPicker } from './pickers.js';

type Unit = Output<typeof contracts.liaisonCompliance>['items'][number];
type Liaison = Output<typeof contracts.listChiefLiaisons>['items'][number];

/** Every county with its light: how many liaisons the rule asks for and who they are; on a past day only who. */
export function LiaisonBoard({ on }: { on: string | null }): ReactNode {
  const units = useAsk(liaisonCompliance, {});
  const { data } = useAsk(listChiefLiaisons, on === null ? {} : { on });
  const managed = useManaged();
  return (
    <>
      <p className="soft">{on === null ? words.what : words.onDay(on)}</p>
      <Answer of={units}>
        {({ items }) => (
          <div className="board">
            {items.map((unit) => (
              <UnitCell
                key={unit.regionId}
                of={unit}
                now={on === null}
                mayManage={on === null && unit.institutionId !== null && managed.has(unit.institutionId)}
                people={(data?.items ?? []).filter(({ regionId }) => regionId === unit.regionId)}
              />
            ))}
          </div>
        )}
      </Answer>
    </>
  );
}

/** Institutions whose liaisons the reader may appoint. */
function useManaged(): Set<string> {
  const { data } = useAsk(listInstitutions, {});
  const managed = (data?.items ?? []).filter(({ actions }) => actions.includes('agents.appoint-chief-liaison'));
  return new Set(managed.map(({ id }) => id));
}

interface CellProps {
  of: Unit;
  now: boolean;
  mayManage: boolean;
  people: Liaison[];
}

function UnitCell({ of, now, mayManage, people }: CellProps): ReactNode {
  const red = of.light === 'red';
  return (
    <section aria-label={of.regionName}>
      <h2>
        {of.regionName}
        {now && (
          <Mark tone={red ? 'cinnabar' : 'jade'} icon={red ? <WarningFilled /> : <CheckCircleFilled />}>
            {red ? words.short : words.right}
          </Mark>
        )}
      </h2>
      {now && <p className="small soft">{of.institutionId === null ? words.noInstitution : of.note}</p>}
      <ul className="rows">
        {people.map((liaison) => (
          <Person key={liaison.id} of={liaison} mayManage={mayManage} />
        ))}
      </ul>
      {people.length === 0 && <p className="soft">{words.empty}</p>}
      {mayManage && of.institutionId !== null && <Appoint institutionId={of.institutionId} taken={people} of={of} />}
    </section>
  );
}

function Person({ of, mayManage }: { of: Liaison; mayManage: boolean }): ReactNode {
  return (
    <li>
      <span className="grow">
        <Link to="/people/$agentId" params={{ agentId: of.agentId }}>
          {of.agentName}
        </Link>{' '}
        <a className="small" href={`tel:${of.workPhone}`}>
          {of.workPhone}
        </a>
        <p className="small soft">
          {of.seat !== null && `${words.seat(of.seat)} · `}
          {words.since(of.from)}
        </p>
      </span>
      {mayManage && (
        <span className="row-acts">
          <Replace of={of} />
          <TextAct
            command={endChiefLiaison}
            input={(reason) => ({ id: of.id, reason })}
            label={words.end}
            title={words.endTitle(of.agentName)}
            kind={{ size: 'small', type: 'text', danger: true }}
            field={shell.reason}
            max={200}
            said={({ agentName }) => words.ended(agentName)}
          />
        </span>
      )}
    </li>
  );
}

function Appoint({ institutionId, taken, of }: { institutionId: string; taken: Liaison[]; of: Unit }): ReactNode {
  return (
    <ActDialog label={words.appoint} title={`${words.appoint} · ${of.regionName}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof contracts.appointChiefLiaison, { agentId: string }>
          command={appointChiefLiaison}
          input={(values) => values}
          submit={words.appoint}
          said={({ agentName, regionName }) => words.appointed(agentName, regionName)}
          onDone={close}
          fields={[
            {
              name: 'agentId',
              label: words.person,
              required: true,
              control: <AgentPicker institutionId={institutionId} without={taken.map(({ agentId }) => agentId)} />,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}

function Replace({ of }: { of: Liaison }): ReactNode {
  return (
    <ActDialog label={words.replace} title={words.replaceTitle(of.agentName)} kind={{ size: 'small', type: 'text' }}>
      {(close) => (
        <ActForm<typeof contracts.replaceChiefLiaison, { agentId: string; reason: string }>
          command={replaceChiefLiaison}
          input={(values) => ({ id: of.id, ...values })}
          submit={words.replace}
          said={({ agentName }) => words.replaced(agentName)}
          onDone={close}
          fields={[
            {
              name: 'agentId',
              label: words.successor,
              required: true,
              control: <AgentPicker institutionId={of.institutionId} without={[of.agentId]} />,
            },
            { name: 'reason', label: shell.reason, required: true, control: <Input maxLength={200} /> },
          ]}
        />
      )}
    </ActDialog>
  );
}
