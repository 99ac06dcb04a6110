import { useCallback } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ZOOMS } from './axis.js';
import type { Zoom } from './axis.js';

export const VIEWS = ['picture', 'map', 'table', 'versions'] as const;
export type View = (typeof VIEWS)[number];

/** What of the roadmap is on the page: kept in the URL, so that a link shows what its sender saw. */
export interface RoadmapSearch {
  view: View;
  zoom: Zoom;
  /** A frozen version; null = the one in force. */
  version: number | null;
  draft: boolean;
  /** Code of the item whose details are open. */
  item: string | null;
}

const among = <T extends string>(words: readonly T[], word: unknown, otherwise: T): T =>
  words.find((one) => one === word) ?? otherwise;

type Raw = Record<string, unknown>;

const readSearch = (search: Raw): RoadmapSearch => ({
  view: among(VIEWS, search['view'], 'picture'),
  zoom: among(ZOOMS, search['zoom'], 'fit'),
  version: typeof search['version'] === 'number' ? search['version'] : null,
  draft: search['draft'] === true,
  item: typeof search['item'] === 'string' ? search['item'] : null,
});

/** What is usual is left out. */
const writeSearch = ({ view, zoom, version, draft, item }: RoadmapSearch) => ({
  tab: 'roadmap',
  ...(view === 'picture' ? {} : { view }),
  ...(zoom === 'fit' ? {} : { zoom }),
  ...(version === null ? {} : { version }),
  ...(draft ? { draft } : {}),
  ...(item === null ? {} : { item }),
});

export type SetSearch = (change: Partial<RoadmapSearch>) => void;

export function useRoadmapSearch(): RoadmapSearch & { set: SetSearch } {
  const search = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const set = useCallback<SetSearch>(
    (change) =>
      void navigate({
        to: '.',
        search: (before: Raw) => writeSearch({ ...readSearch(before), ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { ...readSearch(search), set };
}
