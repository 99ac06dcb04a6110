import { Link, useSearch } from '@tanstack/react-router';
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
import { Generous } from './generous.js';
import { MessageList } from './message-list.js';
import { NoticeTab } from './notice-tab.js';
import { PapersTab } from './papers-tab.js';
import { ProgressTab } from './progress-tab.js';
import { TurnPanel } from './turn-panel.js';

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
    <Generous>
      <Answer of={detail}>
        {(found) => (
          <Answer of={progress}>
            {(told) => <Story of={{ detail: found, progress: told, readOnly, may: mayOf(found, readOnly) }} />}
          </Answer>
        )}
      </Answer>
    </Generous>
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

const PARTS = {
  progress: { label: () => portal.tabProgress, show: (of: Shown) => <ProgressTab of={of} /> },
  materials: { label: () => portal.tabMaterials, show: (of: Shown) => <PapersTab of={of} /> },
  agreement: { label: () => portal.tabAgreement, show: (of: Shown) => <AgreementsTab of={of} /> },
  notice: { label: () => portal.tabNotice, show: (of: Shown) => <NoticeTab caseId={of.detail.id} /> },
  ask: { label: () => portal.tabAsk, show: (of: Shown) => <AskTab of={of} /> },
  messages: { label: () => portal.tabMessages, show: (of: Shown) => <MessageList caseId={of.detail.id} /> },
} as const;
type Part = keyof typeof PARTS;
const isPart = (name: unknown): name is Part => typeof name === 'string' && name in PARTS;

/** The parts of a case are links: all of them are seen on a phone, and each can be passed on. */
function Parts({ of }: { of: Shown }): ReactNode {
  const { tab } = useSearch({ from: '/cases/$caseId' });
  const shown = isPart(tab) ? tab : 'progress';
  return (
    <>
      <nav className="portal-parts" aria-label={portal.sections}>
        {(Object.keys(PARTS) as Part[]).map((part) => (
          <Link
            key={part}
            to="."
            search={(before) => ({ ...before, tab: part })}
            resetScroll={false}
            aria-current={part === shown ? 'page' : undefined}
          >
            {PARTS[part].label()}
          </Link>
        ))}
      </nav>
      {PARTS[shown].show(of)}
    </>
  );
}
