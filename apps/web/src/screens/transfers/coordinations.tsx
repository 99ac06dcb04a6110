import type { ReactNode } from 'react';
import type { Coordination } from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { answerCoordination, coordinate, listCoordinations, logCoordination } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { TextAct } from '../../parts/text-act.js';
import { transfers } from '../../texts/transfers.js';
import { itemNameIn } from './routing-plan.js';
import type { Routing } from './routing-plan.js';

/** 业务对口协调: provincial items are never transferred; who turned to whom, and what came of it. */
export function Coordinations({ caseId, routing }: { caseId: string; routing: Routing }): ReactNode {
  const found = useAsk(listCoordinations, { caseId });
  const nameOf = itemNameIn(routing);
  const may = routing.allowed.includes('agents.coordinate');
  const running = (found.data?.items ?? []).filter(({ result }) => result === null).map(({ itemCode }) => itemCode);
  const open = routing.actions
    .filter(({ kind }) => kind === 'coordinate_province')
    .flatMap(({ itemCodes }) => itemCodes)
    .filter((code) => may && !running.includes(code));
  return (
    <Section
      title={transfers.coordinations}
      actions={open.map((itemCode) => (
        <TextAct
          key={itemCode}
          command={coordinate}
          input={(text) => ({ caseId, itemCode, text })}
          label={`${transfers.coordinate}:${nameOf(itemCode)}`}
          title={transfers.coordinateTitle(nameOf(itemCode))}
          field={transfers.coordinateText}
          max={500}
          said={({ fromDepartmentName, toDepartmentName }) =>
            transfers.coordinated(fromDepartmentName, toDepartmentName)
          }
        />
      ))}
    >
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{transfers.noCoordinations}</p>
          ) : (
            <ul className="rows">
              {items.map((each) => (
                <Log key={each.id} of={each} name={nameOf(each.itemCode)} mayLog={may && each.result === null} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

function Log({ of, name, mayLog }: { of: Coordination; name: string; mayLog: boolean }): ReactNode {
  const step = (text: string) => ({ caseId: of.caseId, coordinationId: of.id, text });
  return (
    <li>
      <div className="grow">
        <strong>{name}</strong> {of.fromDepartmentName} → {of.toDepartmentName}{' '}
        {of.result === null && <Mark tone="gold">{transfers.running}</Mark>}
        <ul className="plain small">
          {of.entries.map(({ at, by, text }) => (
            <li key={`${at} ${text}`}>
              <span className="soft">
                {instant(at)} {by}
              </span>{' '}
              {text}
            </li>
          ))}
        </ul>
        {of.result !== null && (
          <p>
            <Mark tone="jade">{transfers.result}</Mark> {of.result}
          </p>
        )}
      </div>
      {mayLog && (
        <span className="row-acts">
          <TextAct
            command={logCoordination}
            input={step}
            label={transfers.log}
            field={transfers.log}
            max={500}
            said={() => transfers.logged}
          />
          <TextAct
            command={answerCoordination}
            input={step}
            label={transfers.answer}
            field={transfers.result}
            max={500}
            said={() => transfers.answered}
          />
        </span>
      )}
    </li>
  );
}
