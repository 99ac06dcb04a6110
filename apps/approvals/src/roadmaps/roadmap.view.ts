import type { z } from 'zod';
import type {
  Roadmap,
  RoadmapEntry,
  RoadmapVersion as RoadmapVersionView,
} from '#libs/contracts/approvals/roadmaps.js';
import type { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { RoadmapVersion } from './roadmap-version.entity.js';

export const versionView = (roadmap: RoadmapVersion, calendar: WorkCalendar): z.input<typeof RoadmapVersionView> => ({
  id: roadmap.id,
  caseId: roadmap.caseId,
  number: roadmap.number,
  startOn: roadmap.startOn,
  constructionMonths: roadmap.constructionMonths,
  presaleWorkdays: roadmap.presaleWorkdays,
  endOn: roadmap.endOn,
  approvalWorkdays: roadmap.approvalWorkdays,
  fullWorkdays: roadmap.fullWorkdays,
  planVersion: roadmap.planVersion,
  drawnUpBy: roadmap.drawnUpBy,
  reason: roadmap.reason,
  signedBy: roadmap.signedBy,
  signedAt: roadmap.signedAt?.toISOString() ?? null,
  assumed: calendar.certainty(roadmap.endOn) === 'assumed',
});

interface Surroundings {
  calendar: WorkCalendar;
  nodes: z.infer<typeof RoadmapEntry>[];
  /** Names of the items that are still to be checked. */
  unchecked: readonly string[];
}

export function roadmapView(
  roadmap: RoadmapVersion,
  { calendar, nodes, unchecked }: Surroundings,
): Omit<z.input<typeof Roadmap>, 'draftOpen' | 'actions'> {
  const view = versionView(roadmap, calendar);
  const late = nodes.filter(({ forecast }) => forecast.actualOn === null && forecast.workdaysLate > 0);
  const warnings = [
    view.assumed && '部分日期按推定的工作日历排定(国务院尚未公布该年度放假安排),公布后请重新核对。',
    unchecked.length > 0 && `以下事项是否需要办理尚待核实,未列入路线图:${unchecked.join('、')}。`,
    late.length > 0 && `按目前进度,以下事项预计晚于计划:${late.map(({ name }) => name).join('、')}。`,
  ];
  return { ...view, nodes, warnings: warnings.filter((warning) => warning !== false) };
}
