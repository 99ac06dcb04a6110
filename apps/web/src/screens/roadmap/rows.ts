import type { Entry } from './model.js';

/** The national stages (国办发〔2019〕11号); what runs beside them follows. */
const STAGES = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收'];

export interface Stage {
  stage: string;
  entries: Entry[];
  done: number;
}

/** Items by stage, each in the order of its planned days. */
export function stagesOf(entries: readonly Entry[]): Stage[] {
  const rank = (stage: string): number => (STAGES.includes(stage) ? STAGES.indexOf(stage) : STAGES.length);
  return [...Map.groupBy(entries, ({ stage }) => stage)]
    .map(([stage, items]) => ({
      stage,
      entries: items.toSorted((a, b) => a.full.start - b.full.start || a.full.end - b.full.end),
      done: items.filter(({ forecast }) => forecast.actualOn !== null).length,
    }))
    .toSorted((a, b) => rank(a.stage) - rank(b.stage));
}

export const ROW = 30;
export const BAND = 34;

export type Row = { y: number } & ({ kind: 'stage'; stage: Stage; open: boolean } | { kind: 'item'; entry: Entry });

/** Stages as bands with their items below them, unless collapsed. */
export function rowsOf(stages: readonly Stage[], collapsed: ReadonlySet<string>): { rows: Row[]; height: number } {
  const rows: Row[] = [];
  let y = 0;
  for (const stage of stages) {
    const open = !collapsed.has(stage.stage);
    rows.push({ kind: 'stage', stage, open, y });
    y += BAND;
    for (const entry of open ? stage.entries : []) {
      rows.push({ kind: 'item', entry, y });
      y += ROW;
    }
  }
  return { rows, height: y };
}

export interface Bracket {
  group: string;
  /** Middles of the members' rows, from top to bottom. */
  ys: number[];
  /** Brackets that would touch stand in lanes beside each other. */
  lane: number;
}

/** Items that were filed together 并联 (R70); `groups` by item code. A group with one visible row needs no bracket. */
export function bracketsOf(rows: readonly Row[], groups: ReadonlyMap<string, string>): Bracket[] {
  const members = rows.flatMap((row) => {
    const group = row.kind === 'item' ? groups.get(row.entry.itemCode) : undefined;
    return group === undefined ? [] : [{ group, y: row.y + ROW / 2 }];
  });
  const lanes: number[] = [];
  return [...Map.groupBy(members, ({ group }) => group)]
    .filter(([, all]) => all.length > 1)
    .map(([group, all]) => {
      const ys = all.map(({ y }) => y);
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      const free = lanes.findIndex((end) => end < top);
      const lane = free === -1 ? lanes.length : free;
      lanes[lane] = bottom;
      return { group, ys, lane };
    });
}
