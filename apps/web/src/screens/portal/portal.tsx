import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { getProgress, listCases, listDrafts } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { timeOf } from '../../parts/dates.js';
import { Page } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { useMe } from '../../shell/me.js';
import { portal } from '../../texts/portal.js';
import { APPLICATION } from './application.js';
import { CaseSummary } from './case-summary.js';
import type { Case } from './case-summary.js';
import { MessageList } from './message-list.js';
import '../../theme/portal.css';

const isOver = ({ state }: Case): boolean => state === 'closed' || state === 'terminated';

/** The unit's first page: what it has to do, how its projects are, what it was told. */
export function Portal(): ReactNode {
  const { name } = useMe();
  useLive([]);
  const found = useAsk(listCases, { pageSize: 50 });
  return (
    <div className="portal">
      <Page title={name} actions={<Application />}>
        <Answer of={found}>{({ items }) => <Projects of={items} />}</Answer>
        <Section title={portal.messages}>
          <MessageList />
        </Section>
      </Page>
    </div>
  );
}

function Application(): ReactNode {
  const kept = useAsk(listDrafts, {}).data?.items.find(({ key }) => key === APPLICATION);
  return (
    <Link to="/apply">
      <Button type="primary" size="large" tabIndex={-1}>
        {kept ? portal.goOn(timeOf(kept.savedAt)) : portal.apply}
      </Button>
    </Link>
  );
}

function Projects({ of }: { of: Case[] }): ReactNode {
  const [open, over] = [of.filter((one) => !isOver(one)), of.filter(isOver)];
  return (
    <>
      {of.length === 0 ? (
        <section className="portal-turn">
          <h2>{portal.none}</h2>
          <p>{portal.noneHint}</p>
        </section>
      ) : (
        <Turns of={open} />
      )}
      {open.map((one) => (
        <CaseSummary key={one.id} of={one} />
      ))}
      {over.length > 0 && (
        <details className="portal-over">
          <summary>{portal.over(over.length)}</summary>
          {over.map((one) => (
            <CaseSummary key={one.id} of={one} />
          ))}
        </details>
      )}
    </>
  );
}

/** 现在该我做什么, over all projects: it comes before everything else. */
function Turns({ of }: { of: Case[] }): ReactNode {
  return (
    <section className="portal-turn" aria-labelledby="turns">
      <h2 id="turns">{portal.yourTurn}</h2>
      {of.map((one) => (
        <Turn key={one.id} of={one} />
      ))}
      <p className="portal-nothing">{portal.nothing}</p>
    </section>
  );
}

function Turn({ of }: { of: Case }): ReactNode {
  const { data } = useAsk(getProgress, { caseId: of.id });
  if (!data?.waiting) return null;
  return (
    <div className="turn">
      <p className="soft">{of.projectName}</p>
      <ul>
        {data.yourTurn.map((turn) => (
          <li key={turn}>{turn}</li>
        ))}
      </ul>
      <Link to="/cases/$caseId" params={{ caseId: of.id }} aria-label={`${portal.open} ${of.projectName}`}>
        {portal.open} →
      </Link>
    </div>
  );
}
