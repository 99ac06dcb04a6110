import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { Button, Skeleton } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Problem } from '../../parts/problem.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { MapItem } from './map-item.js';
import { arrangedOf, edgesOf, graphOf, stepTo } from './map-graph.js';
import type { Arranged, Arrow, Edge } from './map-graph.js';
import type { Entry } from './model.js';
import { useRoadmapSearch } from './search.js';
import { useShown } from './shown.js';
import { after, before } from './walk.js';

const isArrow = (key: string): key is Arrow => key.startsWith('Arrow');

/** What waits for what, arranged in layers by elk in a worker. */
export function DependencyMap(): ReactNode {
  const { nodes } = useShown().roadmap;
  const edges = useMemo(() => edgesOf(nodes), [nodes]);
  const { arranged, error } = useArranged(nodes, edges);
  if (error) return <Problem error={error} />;
  if (!arranged) return <Skeleton active title={false} paragraph={{ rows: 6 }} aria-label={t.laying} />;
  return <Arrangement {...{ nodes, edges, arranged }} />;
}

/** Arranged anew only when items or links change, not when their days do. */
function useArranged(nodes: readonly Entry[], edges: readonly Edge[]) {
  const [arranged, setArranged] = useState<Arranged | null>(null);
  const [error, setError] = useState<unknown>(null);
  const graph = useMemo(() => JSON.stringify(graphOf(nodes, edges)), [nodes, edges]);
  useEffect(() => {
    const elk = new ELK({ workerUrl });
    let wanted = true;
    elk.layout(JSON.parse(graph) as Parameters<typeof elk.layout>[0]).then(
      (node) => wanted && setArranged(arrangedOf(node)),
      (reason: unknown) => wanted && setError(reason),
    );
    return () => {
      wanted = false;
      elk.terminateWorker();
    };
  }, [graph]);
  return { arranged, error };
}

interface Props {
  nodes: readonly Entry[];
  edges: readonly Edge[];
  arranged: Arranged;
}

function Arrangement({ nodes, edges, arranged }: Props): ReactNode {
  const { item, set } = useRoadmapSearch();
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const [at, setAt] = useState(item ?? nodes[0]?.itemCode ?? '');
  const [marked, setMarked] = useState<string | null>(item);
  const near = useMemo(
    () => (marked === null ? null : { before: before(nodes, marked), after: after(nodes, marked) }),
    [nodes, marked],
  );
  const fit = () => setScale(Math.min(1, (frame.current?.clientWidth ?? arranged.width) / arranged.width));
  const zoom = (by: number) => setScale((now) => Math.min(2, Math.max(0.3, now * by)));
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === '+' || key === '=') return zoom(1.25);
    if (key === '-') return zoom(0.8);
    if (key === '0') return fit();
    if (!isArrow(key) || event.target === frame.current) return;
    event.preventDefault();
    const next = stepTo(at, key, edges, arranged.places);
    if (next === null) return;
    setAt(next);
    frame.current?.querySelector<HTMLElement>(`[data-code="${next}"]`)?.focus();
  };
  const name = nodes.find(({ itemCode }) => itemCode === marked)?.name;
  return (
    <div className="rm-map" onKeyDown={onKeyDown}>
      <Tools {...{ zoom, fit }} pan={(left, top) => frame.current?.scrollBy({ left, top, behavior: 'smooth' })} />
      <p className="soft" aria-live="polite">
        {near && name ? t.marked(name, near.before.size, near.after.size) : t.mapHow}
      </p>
      <div ref={frame} className="rm-map-frame" tabIndex={0} role="region" aria-label={t.mapOf}>
        <div style={{ width: arranged.width * scale, height: arranged.height * scale }}>
          <div
            className="rm-map-canvas"
            style={{ width: arranged.width, height: arranged.height, scale: String(scale) }}
          >
            <Edges {...{ edges, arranged, marked, near }} />
            {nodes.map((entry) => (
              <MapItem
                key={entry.itemCode}
                entry={entry}
                place={arranged.places.get(entry.itemCode)}
                mark={markOf(entry.itemCode, marked, near)}
                tabIndex={entry.itemCode === at ? 0 : -1}
                onFocus={() => setAt(entry.itemCode)}
                onClick={() => {
                  if (marked === entry.itemCode) set({ item: entry.itemCode });
                  setMarked(entry.itemCode);
                }}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

interface Near {
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

export type Mark = 'none' | 'self' | 'before' | 'after' | 'far';

function markOf(code: string, marked: string | null, near: Near | null): Mark {
  if (!near) return 'none';
  if (code === marked) return 'self';
  return near.before.has(code) ? 'before' : near.after.has(code) ? 'after' : 'far';
}

interface EdgesProps {
  edges: readonly Edge[];
  arranged: Arranged;
  marked: string | null;
  near: Near | null;
}

function Edges({ edges, arranged: { width, height, paths }, marked, near }: EdgesProps): ReactNode {
  const isNear = (code: string, side: ReadonlySet<string>) => code === marked || side.has(code);
  return (
    <svg width={width} height={height} aria-hidden="true">
      <defs>
        <marker
          id="rm-arrow"
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={9}
          markerHeight={9}
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0,0L8,4L0,8z" className="rm-arrow" />
        </marker>
      </defs>
      {edges.map(({ id, from, to, critical, alternative }) => {
        const on =
          near &&
          ((isNear(from, near.before) && isNear(to, near.before)) ||
            (isNear(from, near.after) && isNear(to, near.after)));
        const classes = ['rm-edge', critical && 'critical', alternative && 'alternative', near && (on ? 'on' : 'off')];
        return (
          <path key={id} d={paths.get(id)} className={classes.filter(Boolean).join(' ')} markerEnd="url(#rm-arrow)" />
        );
      })}
    </svg>
  );
}

interface ToolsProps {
  zoom: (by: number) => void;
  fit: () => void;
  pan: (left: number, top: number) => void;
}

const STEP = 240;

function Tools({ zoom, fit, pan }: ToolsProps): ReactNode {
  const tools: [string, string, () => void][] = [
    ['+', t.zoomIn, () => zoom(1.25)],
    ['−', t.zoomOut, () => zoom(0.8)],
    ['⤢', t.zoomFit, fit],
    ['←', t.panLeft, () => pan(-STEP, 0)],
    ['↑', t.panUp, () => pan(0, -STEP)],
    ['↓', t.panDown, () => pan(0, STEP)],
    ['→', t.panRight, () => pan(STEP, 0)],
  ];
  return (
    <div className="rm-tools" role="toolbar" aria-label={t.zoom}>
      {tools.map(([sign, label, act]) => (
        <Button key={label} size="small" aria-label={label} title={label} onClick={act}>
          {sign}
        </Button>
      ))}
    </div>
  );
}
