import type { z } from 'zod';
import type { Roadmap, RoadmapVersion as RoadmapVersionView } from '#libs/contracts/approvals/roadmaps.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { Forecasts } from './forecast.js';
import type { RoadmapVersion } from './roadmap-version.entity.js';

const isAssumed = ({ endOn }: RoadmapVersion, calendar: WorkCalendar): boolean => calendar.certainty(endOn) === 'assumed';

export const versionView = (
  { lines: _, moves: __, drawnOn: ___, signedByAgentId: ____, signedAt, ...roadmap }: RoadmapVersion,
  calendar: WorkCalendar,
): z.input<typeof RoadmapVersionView> => ({
  ...roadmap,
  signedAt: signedAt?.toISOString() ?? null,
  assumed: calendar.certainty(roadmap.endOn) === 'assumed',
});

interface Surroundings {
  calendar: WorkCalendar;
  forecasts: Forecasts;
  /** Names of the items that are still to be checked. */
  unchecked: readonly string[];
}

export function roadmapView(
  roadmap: RoadmapVersion,
  { calendar, forecasts, unchecked }: Surroundings,
): z.input<typeof Roadmap> {
  const nodes = roadmap.lines.map((line) => {
    const usual = { actualOn: null, forecastOn: line.full.endsOn, workdaysLate: 0 };
    return { ...line, forecast: forecasts.get(line.itemCode) ?? usual };
  });
  const late = nodes.filter(({ forecast }) => forecast.actualOn === null && forecast.workdaysLate > 0);
  const warnings = [
    isAssumed(roadmap, calendar) && '部分日期按推定的工作日历排定(国务院尚未公布该年度放假安排),公布后请重新核对。',
    unchecked.length > 0 && `以下事项是否需要办理尚待核实,未列入路线图:${unchecked.join('、')}。`,
    late.length > 0 && `按目前进度,以下事项预计晚于计划:${late.map(({ name }) => name).join('、')}。`,
  ];
  return { ...versionView(roadmap, calendar), nodes, warnings: warnings.filter((warning) => warning !== false) };
}
