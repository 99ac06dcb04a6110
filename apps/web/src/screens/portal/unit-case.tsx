import { Tabs } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getCase as caseContract, getProgress as progressContract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { getCase, getProgress } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { CaseState } from '../../parts/marks.js';
import { Page } from '../../parts/page.js';
import { StageBar } from '../../parts/stage-bar.js';
import { portal } from '../../texts/portal.js';
import { AgreementsTab } from './agreements-tab.js';
import { AskTab } from './ask-tab.js';
import { Figures } from './case-summary.js';
import { Contacts } from './contacts.js';
import { MessageList } from './message-list.js';
import { NoticeTab } from './notice-tab.js';
import { PapersTab } from './papers-tab.js';
import { ProgressTab } from './progress-tab.js';
import { TurnPanel } from './turn-panel.js';
import '../../theme/portal.css';

export type Detail = Output<typeof caseContract>;
export type Progress = Output<typeof progressContract>;

/** A case as its unit reads it. */
export interface Shown {
  detail: Detail;
  progress: Progress;
  /** An agent looks over the unit's shoulder: nothing can be pressed. */
  readOnly: boolean;
  may: (operation: string) => boolean;
}

/** The unit's own page of a case; an agent may see it as the unit does. */
export function UnitCase({ caseId, readOnly = false }: { caseId: string; readOnly?: boolean }): ReactNode {
  const detail = useAsk(getCase, { caseId });
  const progress = useAsk(getProgress, { caseId });
  return (
    <div className="portal">
      <Answer of={detail}>
        {(found) => (
          <Answer of={progress}>
            {(told) => <Story of={{ detail: found, progress: told, readOnly, may: mayOf(found, readOnly) }} />}
          </Answer>
        )}
      </Answer>
    </div>
  );
}

const mayOf =
  ({ actions }: Detail, readOnly: boolean) =>
  (operation: string): boolean =>
    !readOnly && actions.some((action) => action.operation === operation);

function Story({ of }: { of: Shown }): ReactNode {
  const { detail, progress, readOnly } = of;
  const { projectName, state, number } = detail;
  const story = (
    <>
      <TurnPanel of={of} />
      {progress.stages.length > 0 && (
        <section aria-label={portal.stages}>
          <StageBar stages={progress.stages} explained />
        </section>
      )}
      <p className="portal-words">{progress.summary}</p>
      <div className="portal-columns">
        <Contacts caseId={detail.id} institutionId={detail.currentInstitution.id} />
        <Figures endOn={progress.endOn} visits={detail.visits} trips={detail.trips} />
      </div>
      <Parts of={of} />
    </>
  );
  if (readOnly) return story;
  const aside = (
    <>
      <CaseState state={state} /> <span className="soft">{portal.number(number)}</span>
    </>
  );
  return (
    <Page title={projectName} aside={aside}>
      {story}
    </Page>
  );
}

function Parts({ of }: { of: Shown }): ReactNode {
  const { tab } = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const { id: caseId } = of.detail;
  const items = [
    { key: 'progress', label: portal.tabProgress, children: <ProgressTab of={of} /> },
    { key: 'materials', label: portal.tabMaterials, children: <PapersTab of={of} /> },
    { key: 'agreement', label: portal.tabAgreement, children: <AgreementsTab of={of} /> },
    { key: 'notice', label: portal.tabNotice, children: <NoticeTab caseId={caseId} /> },
    { key: 'ask', label: portal.tabAsk, children: <AskTab of={of} /> },
    { key: 'messages', label: portal.tabMessages, children: <MessageList caseId={caseId} /> },
  ];
  const known = items.some(({ key }) => key === tab);
  return (
    <Tabs
      size="large"
      activeKey={known ? String(tab) : 'progress'}
      destroyOnHidden
      items={items}
      onChange={(key) => void navigate({ to: '.', search: (before) => ({ ...before, tab: key }) })}
    />
  );
}
