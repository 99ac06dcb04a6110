import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Entry } from './model.js';

export const BOX = { width: 172, height: 64 };

/** One item that waits for another. */
export interface Edge {
  id: string;
  from: string;
  to: string;
  critical: boolean;
  /** One of several that will do. */
  alternative: boolean;
}

export const edgesOf = (entries: readonly Entry[]): Edge[] => {
  const byCode = new Map(entries.map((entry) => [entry.itemCode, entry]));
  return entries.flatMap((entry) =>
    entry.prerequisites.flatMap((group) =>
      group.flatMap((from) => {
        const source = byCode.get(from);
        if (!source) return [];
        const critical = isCriticalLink(source, entry);
        const to = entry.itemCode;
        return [{ id: `${from}-${to}`, from, to, critical, alternative: group.length > 1 }];
      }),
    ),
  );
};

/** One critical item that begins when another ends. */
export const isCriticalLink = (before: Entry, after: Entry): boolean =>
  before.full.critical && after.full.critical && before.full.end === after.full.start;

/** What elk arranges: layers from left to right, edges in right angles, the critical path as straight as can be. */
export function graphOf(entries: readonly Entry[], edges: readonly Edge[]): ElkNode {
  return {
    id: 'roadmap',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': '56',
      'elk.spacing.nodeNode': '16',
      'elk.spacing.edgeNode': '12',
      'elk.spacing.edgeEdge': '8',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.padding': '[top=16,left=16,bottom=16,right=16]',
    },
    children: entries.map(({ itemCode }) => ({ id: itemCode, ...BOX })),
    edges: edges.map(({ id, from, to, critical }) => ({
      id,
      sources: [from],
      targets: [to],
      layoutOptions: { 'elk.layered.priority.straightness': critical ? '10' : '1' },
    })),
  };
}

export interface Arranged {
  width: number;
  height: number;
  places: Map<string, { x: number; y: number }>;
  /** SVG paths by edge id. */
  paths: Map<string, string>;
}

export function arrangedOf({ width = 0, height = 0, children = [], edges = [] }: ElkNode): Arranged {
  return {
    width,
    height,
    places: new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    paths: new Map(edges.map((edge) => [edge.id, pathOf(edge)])),
  };
}

const pathOf = ({ sections = [] }: ElkExtendedEdge): string =>
  sections
    .map(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join(''),
    )
    .join('');

type Placed = Arranged['places'];
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Where an arrow key leads from an item: along a link to the side, else to the nearest above or below in its layer. */
export function stepTo(code: string, key: Arrow, edges: readonly Edge[], places: Placed): string | null {
  const here = places.get(code);
  if (!here) return null;
  const nearest = (codes: string[]): string | null =>
    codes.toSorted((a, b) => away(here, places.get(a)) - away(here, places.get(b)))[0] ?? null;
  switch (key) {
    case 'ArrowLeft':
      return nearest(edges.filter(({ to }) => to === code).map(({ from }) => from));
    case 'ArrowRight':
      return nearest(edges.filter(({ from }) => from === code).map(({ to }) => to));
    case 'ArrowUp':
      return nearest([...places].filter(([, { y }]) => y < here.y).map(([other]) => other));
    case 'ArrowDown':
      return nearest([...places].filter(([, { y }]) => y > here.y).map(([other]) => other));
  }
}

const away = (here: { x: number; y: number }, there: { x: number; y: number } | undefined): number =>
  there ? Math.abs(there.x - here.x) * 3 + Math.abs(there.y - here.y) : Infinity;
