import { PhoneOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getBlockers, getTeam } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { Answer } from '../../parts/answer.js';
import { assignedRoles } from '../../texts/case-info.js';
import { cases } from '../../texts/cases.js';
import { CaseClocks } from './case-clocks.js';
import type { CaseTab } from './case-page.js';
import { VisitsAndTrips } from './visits.js';

/** Beside every tab: what comes next, whom to call, which deadlines run, and the 0 and N of the service. */
export function CaseRail({ of }: CaseTab): ReactNode {
  return (
    <aside className="case-rail" aria-label={cases.next}>
      <Next of={of} />
      <CaseClocks of={of} />
      <People of={of} />
      <ZeroPlusN of={of} />
    </aside>
  );
}

const AT_MOST = 3;

function Next({ of }: CaseTab): ReactNode {
  const blockers = useAsk(getBlockers, of.planVersion === null ? null : { caseId: of.id }).data?.items ?? [];
  const waiting = of.state === 'active' ? blockers.slice(0, AT_MOST - 1) : [];
  return (
    <section>
      <h2>{cases.next}</h2>
      <ol className="next">
        <li>
          <strong>{of.nextAction}</strong>
        </li>
        {waiting.map(({ itemCode, sentence, who, since }) => (
          <li key={itemCode}>
            {sentence}
            <small className="soft">
              {' '}
              {who}
              {since && ` · ${cases.since(day(since))}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function People({ of }: CaseTab): ReactNode {
  const team = useAsk(getTeam, { caseId: of.id });
  return (
    <section>
      <h2>{cases.people}</h2>
      <Answer of={team}>
        {({ assignments }) => {
          const now = assignments.filter(({ to }) => to === null);
          if (now.length === 0) return <p className="soft">{cases.noPeople}</p>;
          return (
            <ul className="plain people">
              {now.map(({ id, role, agentName, workPhone }) => (
                <li key={id}>
                  <strong>{agentName}</strong> <span className="soft small">{assignedRoles[role]}</span>
                  <a href={`tel:${workPhone}`}>
                    <PhoneOutlined aria-hidden="true" /> {workPhone}
                  </a>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}

function ZeroPlusN({ of }: CaseTab): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2>{cases.zeroPlusN}</h2>
      <dl className="zero-n">
        <div className={of.trips > 0 ? 'missed' : ''}>
          <dt>{cases.tripsName}</dt>
          <dd>{of.trips}</dd>
        </div>
        <div>
          <dt>{cases.visitsName}</dt>
          <dd>{of.visits}</dd>
        </div>
      </dl>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {cases.visitsAndTrips}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={cases.visitsAndTrips} size={440} destroyOnHidden>
        <VisitsAndTrips of={of} />
      </Drawer>
    </section>
  );
}
