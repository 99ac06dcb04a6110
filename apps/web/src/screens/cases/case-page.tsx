import { EyeOutlined } from '@ant-design/icons';
import { Alert, Badge, Button, Tabs } from 'antd';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getCase as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { getCase, listConsultations } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { CaseState, Light } from '../../parts/marks.js';
import { Page } from '../../parts/page.js';
import { useMe } from '../../shell/me.js';
import { cases } from '../../texts/cases.js';
import { UnitCase } from '../portal/unit-case.js';
import { CaseActions } from './case-actions.js';
import { CaseLine } from './case-line.js';
import { CaseRail } from './case-rail.js';
import './cases.css';

export type CaseDetail = Output<typeof contract>;
export interface CaseTab {
  of: CaseDetail;
}

const tab = (load: () => Promise<ComponentType<CaseTab>>) => lazy(async () => ({ default: await load() }));

/** The tabs of a case, each a chunk of its own. */
const TABS = {
  info: { label: () => cases.tabInfo, view: tab(async () => (await import('./info-tab.js')).InfoTab) },
  items: { label: () => cases.tabItems, view: tab(async () => (await import('./items-tab.js')).ItemsTab) },
  roadmap: {
    label: () => cases.tabRoadmap,
    view: tab(async () => (await import('../roadmap/roadmap-tab.js')).RoadmapTab),
  },
  materials: {
    label: () => cases.tabMaterials,
    view: tab(async () => (await import('./materials-tab.js')).MaterialsTab),
  },
  reviews: {
    label: () => cases.tabReviews,
    view: tab(async () => (await import('../joint-reviews/reviews-tab.js')).ReviewsTab),
  },
  team: { label: () => cases.tabTeam, view: tab(async () => (await import('../people/team-tab.js')).TeamTab) },
  transfers: {
    label: () => cases.tabTransfers,
    view: tab(async () => (await import('../transfers/transfers-tab.js')).TransfersTab),
  },
  notes: { label: () => cases.tabNotes, view: tab(async () => (await import('./notes-tab.js')).NotesTab) },
  ledger: { label: () => cases.tabLedger, view: tab(async () => (await import('./ledger-tab.js')).LedgerTab) },
  agreement: {
    label: () => cases.tabAgreement,
    view: tab(async () => (await import('./agreement-tab.js')).AgreementTab),
  },
} as const;
type TabKey = keyof typeof TABS;
const isTab = (key: unknown): key is TabKey => typeof key === 'string' && key in TABS;

/** 项目详情: who has it, what comes next, and everything about one case. */
export function CasePage(): ReactNode {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const { kind } = useMe();
  useLive([caseId]);
  const found = useAsk(getCase, kind === 'unit' ? null : { caseId });
  if (kind === 'unit') return <UnitCase caseId={caseId} />;
  return <Answer of={found}>{(detail) => <Detail of={detail} />}</Answer>;
}

function Detail({ of }: CaseTab): ReactNode {
  const { as } = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const asUnit = as === 'unit';
  const turn = () => void navigate({ to: '.', search: asUnit ? {} : { as: 'unit' } });
  return (
    <Page
      title={of.projectName}
      aside={
        <>
          <CaseState state={of.state} /> <Light light={of.light} />
        </>
      }
      actions={
        <>
          <Button icon={<EyeOutlined />} aria-pressed={asUnit} onClick={turn}>
            {asUnit ? cases.asAgent : cases.asUnit}
          </Button>
          {!asUnit && <CaseActions of={of} />}
        </>
      }
    >
      <CaseLine of={of} />
      {asUnit ? <AsUnit of={of} /> : <Workbench of={of} />}
    </Page>
  );
}

/** What the unit sees now, with nothing to press. */
const AsUnit = ({ of }: CaseTab): ReactNode => (
  <>
    <Alert type="info" showIcon title={cases.readOnlyView} className="as-unit" />
    <UnitCase caseId={of.id} readOnly />
  </>
);

function Workbench({ of }: CaseTab): ReactNode {
  const { tab: chosen } = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const counts = useCounts(of);
  const items = (Object.keys(TABS) as TabKey[]).map((key) => {
    const { label, view: View } = TABS[key];
    const children = (
      <Suspense fallback={null}>
        <View of={of} />
      </Suspense>
    );
    return {
      key,
      label: (
        <>
          {label()} {counts[key]}
        </>
      ),
      children,
    };
  });
  return (
    <div className="case">
      <Tabs
        className="case-tabs"
        activeKey={isTab(chosen) ? chosen : 'info'}
        destroyOnHidden
        items={items}
        onChange={(key) => void navigate({ to: '.', search: { tab: key } })}
      />
      <CaseRail of={of} />
    </div>
  );
}

/** What a tab's name says of its content: done of all, or how much waits. */
function useCounts(of: CaseDetail): Partial<Record<TabKey, ReactNode>> {
  const consultations = useAsk(listConsultations, { caseId: of.id });
  return {
    items: of.itemsTotal > 0 && (
      <span className="soft small">
        {of.itemsDone}/{of.itemsTotal}
      </span>
    ),
    notes: <Badge size="small" count={consultations.data?.waitingForAgent ?? 0} />,
  };
}
