import { PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useDo } from '../../api/hooks.js';
import { drawRoadmap, freezeRoadmap } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { day } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { roadmapTexts as t, zoomWords } from '../../texts/roadmap.js';
import { ZOOMS } from './axis.js';
import { DrawForm } from './draw-form.js';
import { VIEWS, useRoadmapSearch } from './search.js';
import { useShown } from './shown.js';

/** Which roadmap this is, where it is not simply the one in force. */
export function RoadmapState(): ReactNode {
  const { roadmap } = useShown();
  const { version, draft, set } = useRoadmapSearch();
  const current = { version: null, draft: false };
  if (version !== null)
    return (
      <Alert
        type="info"
        title={t.oldVersion(version)}
        action={<Button onClick={() => set(current)}>{t.seeCurrent}</Button>}
      />
    );
  if (roadmap.number === null)
    return (
      <Alert
        type="warning"
        title={draft ? t.draftShown(roadmap.drawnUpBy) : t.firstDraft(roadmap.drawnUpBy)}
        action={draft && <Button onClick={() => set(current)}>{t.seeCurrent}</Button>}
      />
    );
  if (!roadmap.draftOpen) return null;
  return (
    <Alert
      type="info"
      title={t.draftWaits}
      action={<Button onClick={() => set({ draft: true })}>{t.seeDraft}</Button>}
    />
  );
}

/** The ways to look at it, and what can be done with it as a whole. */
export function RoadmapBar({ caseId, needed }: { caseId: string; needed: number }): ReactNode {
  const { roadmap } = useShown();
  const { view, zoom, version, set } = useRoadmapSearch();
  const isDraft = roadmap.number === null;
  const mayDraw = version === null && roadmap.actions.includes(drawRoadmap.name);
  return (
    <div className="rm-bar">
      <Segmented
        aria-label={t.views}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t[value] }))}
        onChange={(next) => set({ view: next })}
      />
      {view === 'picture' && (
        <Segmented
          className="rm-zoom"
          aria-label={t.zoom}
          value={zoom}
          options={ZOOMS.map((value) => ({ value, label: zoomWords[value] }))}
          onChange={(next) => set({ zoom: next })}
        />
      )}
      <span className="rm-acts">
        {isDraft && roadmap.actions.includes(freezeRoadmap.name) && <Freeze caseId={caseId} />}
        {mayDraw && (
          <ActDialog label={t.drawAgain} title={t.draw}>
            {(close) => (
              <DrawForm
                caseId={caseId}
                needed={needed}
                needsReason={!isDraft}
                onDrawn={() => {
                  close();
                  set({ draft: !isDraft });
                }}
              />
            )}
          </ActDialog>
        )}
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {t.print}
        </Button>
      </span>
    </div>
  );
}

/** The guide's signature makes the draft the version in force. */
function Freeze({ caseId }: { caseId: string }): ReactNode {
  const { roadmap, today } = useShown();
  const { set } = useRoadmapSearch();
  const { message } = App.useApp();
  const freeze = useDo(freezeRoadmap);
  return (
    <ActDialog label={t.freeze} title={t.freezeTitle} kind={{ type: 'primary' }}>
      {(close) => (
        <>
          <p>{t.freezeHow(day(roadmap.endOn, today))}</p>
          {freeze.error && <Problem error={freeze.error} />}
          <Button
            type="primary"
            loading={freeze.isPending}
            onClick={() =>
              freeze.mutate(
                { input: { caseId } },
                {
                  onSuccess: ({ number }) => {
                    close();
                    void message.success(t.frozen(number ?? 1));
                    set({ draft: false });
                  },
                },
              )
            }
          >
            {t.freeze}
          </Button>
        </>
      )}
    </ActDialog>
  );
}
