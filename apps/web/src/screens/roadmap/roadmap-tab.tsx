import { Empty, Skeleton } from 'antd';
import { Suspense, lazy, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { moveRoadmapDate } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { Answer } from '../../parts/answer.js';
import { Problem } from '../../parts/problem.js';
import { useMay } from '../../shell/me.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import type { CaseDetail, CaseTab } from '../cases/case-page.js';
import type { TrialEnd } from './bars.js';
import { DrawForm } from './draw-form.js';
import { NO_TRIAL } from './ground.js';
import { ItemPanel } from './item-panel.js';
import { LandStrip } from './land-strip.js';
import type { Roadmap } from './model.js';
import { Picture } from './picture.js';
import { RoadmapBar, RoadmapState } from './roadmap-bar.js';
import './roadmap.css';
import { RoadmapTable } from './roadmap-table.js';
import { useRoadmapSearch } from './search.js';
import { ShownProvider, useRoadmap, useShown, useSurroundings } from './shown.js';
import { Summary } from './summary.js';
import { Versions } from './versions.js';

const DependencyMap = lazy(async () => ({ default: (await import('./dependency-map.js')).DependencyMap }));

/** 路线图 of a case: as a picture, a dependency map and a table; drawn, signed and moved here. */
export function RoadmapTab({ of }: CaseTab): ReactNode {
  const search = useRoadmapSearch();
  const asked = useRoadmap(of.id, search);
  const missing = asked.error instanceof Refused && asked.error.code === 'roadmap_not_found';
  if (missing) return <NoRoadmap of={of} />;
  return <Answer of={asked}>{(roadmap) => <Surrounded of={of} roadmap={roadmap} />}</Answer>;
}

const neededOf = ({ items }: CaseDetail): number => items.filter(({ need }) => need === 'needed').length;

function NoRoadmap({ of }: CaseTab): ReactNode {
  const may = useMay();
  const { set } = useRoadmapSearch();
  return (
    <Empty
      description={
        <>
          <strong>{t.none}</strong>
          <p className="soft">{t.noneHow}</p>
        </>
      }
    >
      {may('roadmap:draw') && (
        <ActDialog label={t.draw} kind={{ type: 'primary' }}>
          {(close) => (
            <DrawForm
              caseId={of.id}
              needed={neededOf(of)}
              needsReason={false}
              onDrawn={() => {
                close();
                set({ draft: false, version: null });
              }}
            />
          )}
        </ActDialog>
      )}
    </Empty>
  );
}

function Surrounded({ of, roadmap }: CaseTab & { roadmap: Roadmap }): ReactNode {
  const { shown, error } = useSurroundings(roadmap);
  if (error) return <Problem error={error} />;
  if (!shown) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <ShownProvider value={shown}>
      <section className="rm" aria-label={t.roadmap}>
        <RoadmapState />
        <Summary />
        <RoadmapBar caseId={of.id} needed={neededOf(of)} />
        <Views />
      </section>
    </ShownProvider>
  );
}

function Views(): ReactNode {
  const { roadmap } = useShown();
  const { view, item, version, set } = useRoadmapSearch();
  const [trial, setTrial] = useState<ReadonlyMap<string, TrialEnd>>(NO_TRIAL);
  const isBasis = version === null && (roadmap.number === null || !roadmap.draftOpen);
  const close = useCallback(() => set({ item: null }), [set]);
  const entry = roadmap.nodes.find(({ itemCode }) => itemCode === item);
  return (
    <div className={entry ? 'rm-views with-panel' : 'rm-views'}>
      <div className="rm-view">
        {view === 'picture' && <Picture trial={trial} />}
        {view === 'map' && (
          <Suspense fallback={<Skeleton active />}>
            <DependencyMap />
          </Suspense>
        )}
        {view === 'table' && <RoadmapTable />}
        {view === 'versions' && <Versions />}
        {view === 'picture' && <LandStrip />}
      </div>
      {entry && (
        <ItemPanel
          key={entry.itemCode}
          entry={entry}
          mayMove={isBasis && roadmap.actions.includes(moveRoadmapDate.name)}
          onTrial={setTrial}
          onClose={close}
        />
      )}
    </div>
  );
}
