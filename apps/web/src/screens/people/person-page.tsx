import { Link, useParams } from '@tanstack/react-router';
import { Drawer, Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { endAgent, getAgent } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { ConfirmAct } from '../../parts/confirm-act.js';
import { Mark } from '../../parts/marks.js';
import { useToday } from '../../parts/now.js';
import { Page } from '../../parts/page.js';
import { Facts, Section } from '../../parts/section.js';
import { agentClasses, agentSources, people } from '../../texts/people.js';
import { useItemNames } from '../catalogue/item-names.js';
import { Away, Load } from './agent-marks.js';
import { Duties } from './duties.js';
import { EditAgent } from './edit-agent.js';
import { Holdings } from './holdings.js';
import { RecordLeave } from './record-leave.js';
import type { Agent } from './people.js';
import './people.css';

/** One person: what he is, what he holds, how it is handed over. */
export function PersonPage(): ReactNode {
  const { agentId } = useParams({ from: '/people/$agentId' });
  useLive([]);
  const found = useAsk(getAgent, { id: agentId });
  return <Answer of={found}>{(agent) => <Person of={agent} />}</Answer>;
}

function Person({ of }: { of: Agent }): ReactNode {
  const today = useToday();
  return (
    <Page
      title={of.name}
      aside={
        <span className="marks">
          {of.classes.map((each) => (
            <Mark key={each} tone="ink">
              {agentClasses[each]}
            </Mark>
          ))}
          {of.to && <Mark tone="cinnabar">{people.left(of.to)}</Mark>}
          <Away of={of} today={today} />
        </span>
      }
      actions={<Acts of={of} />}
    >
      <p>
        <Link to="/people">← {people.toPeople}</Link>
      </p>
      <Office of={of} />
      {of.actions.includes('agents.hand-over-all') && <Holdings of={of} />}
      <Duties of={of} />
    </Page>
  );
}

function Acts({ of }: { of: Agent }): ReactNode {
  const [editing, setEditing] = useState(false);
  const may = (operation: string) => of.actions.includes(`agents.${operation}`);
  return (
    <>
      {may('record-leave') && <RecordLeave of={of} />}
      {may('edit-agent') && <Button onClick={() => setEditing(true)}>{people.edit}</Button>}
      {may('end-agent') && (
        <ConfirmAct
          command={endAgent}
          input={{ id: of.id }}
          version={of.version}
          label={people.end}
          what={people.endWhat(of.name)}
          said={({ name }) => people.ended(name)}
          kind={{ danger: true }}
        />
      )}
      <Drawer
        open={editing}
        title={`${people.edit} · ${of.name}`}
        size={560}
        destroyOnHidden
        onClose={() => setEditing(false)}
      >
        <EditAgent of={of} onDone={() => setEditing(false)} />
      </Drawer>
    </>
  );
}

function Office({ of }: { of: Agent }): ReactNode {
  const nameOf = useItemNames();
  const rows: [string, ReactNode][] = [
    [people.institution, of.institutionName],
    [people.workPhone, <a href={`tel:${of.workPhone}`}>{of.workPhone}</a>],
    [people.mobile, of.mobile],
    [people.load, <Load of={of} />],
    [people.inOffice, people.since(of.from)],
    [people.orderNumber, of.orderNumber],
    [people.source, [agentSources[of.source], of.fullTime && people.fullTime].filter(Boolean).join(' · ')],
    [people.contractEndsOn, of.contractEndsOn],
    [people.homeUnit, of.homeUnit],
    [people.classesReason, of.classesReason],
    [people.stages, of.helperStages.join('、')],
    [people.items, of.itemCodes.map((code) => nameOf(code)).join('、')],
    [people.specialties, of.specialties.join('、')],
    [people.domains, of.policyDomains.join('、')],
    [people.baseCourse, of.baseCoursePassedOn],
  ];
  return (
    <Section title={people.office}>
      <Facts of={rows.filter(([, value]) => value !== null && value !== '')} />
    </Section>
  );
}
