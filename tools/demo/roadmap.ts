import { drawRoadmap, freezeRoadmap, getRoadmap, moveRoadmapDate, tryRoadmapMove } from '#libs/contracts/approvals.js';
import type { House } from './house.js';
import { workdayAfter } from './stage.js';
import type { Stage } from './stage.js';

/** Drawn up from plan, calendar and construction period; the guide's signature freezes it (R66, R79). */
export async function drawUp(
  stage: Stage,
  house: House,
  { caseId, holder }: { caseId: string; holder: string },
): Promise<void> {
  const guide = await house.person(holder, 'guide');
  await guide.call(drawRoadmap, { caseId, startOn: await stage.today() });
  const roadmap = await guide.call(freezeRoadmap, { caseId });
  const critical = roadmap.nodes.filter(({ full }) => full.critical).map(({ name }) => name);
  const permit = roadmap.nodes.find(({ itemCode }) => itemCode === 'C04');
  await stage.tell(
    `路线图经指导员签认固化(第${roadmap.number}版):到施工许可审批口径${permit?.approval.end ?? 0}个工作日,计划${permit?.full.endsOn ?? ''}领证,${roadmap.endOn}全部办结(含建设工期${roadmap.constructionMonths}个月);关键路径${critical.slice(0, 4).join('→')}…`,
  );
}

/** R79: a frozen roadmap moves only with a reason and the guide's signature; a dry run says first what would follow. */
export async function changeRoadmap(
  stage: Stage,
  house: House,
  { caseId, holder }: { caseId: string; holder: string },
): Promise<void> {
  const guide = await house.person(holder, 'guide');
  const { nodes } = await guide.call(getRoadmap, { caseId });
  const tender = nodes.find(({ itemCode }) => itemCode === 'C05') ?? nodes.at(-1);
  if (!tender) throw new Error('路线图没有事项');
  const move = { caseId, itemCode: tender.itemCode, endsOn: workdayAfter(tender.full.endsOn, 7) };
  const { moved } = await guide.call(tryRoadmapMove, move);
  await stage.tell(`试算:“${tender.name}”推迟到${move.endsOn},将顺延${moved.length - 1}个后续事项`);
  await stage.refused(
    'R79 固化后无理由调整',
    '路线图已固化(第1版)。请写明调整理由,经审批流程指导员签认后形成新版本,原版本保留。',
    () => guide.call(moveRoadmapDate, move),
  );
  const roadmap = await guide.call(moveRoadmapDate, { ...move, reason: '招标公告顺延' });
  await stage.tell(`写明理由后经指导员签认,路线图第${roadmap.number}版生效,第1版原样保留`);
}
