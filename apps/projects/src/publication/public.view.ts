import type { z } from 'zod';
import type { PublicProgress } from '#libs/contracts/projects.js';
import { STATE_WORDS } from '../cases/service-case.machine.js';
import { stageCounts, standingOf } from '../progress/items.js';
import type { ItemState } from '../progress/items.js';
import type { Picture } from '../progress/picture.js';

/** Without notes, which name materials and reasons: those are for the unit. */
const WHAT: Record<ItemState, string> = {
  not_started: '尚未申报',
  pre_approved: '已取得预审批文件,待换发正式文件',
  submitted: '已提交,等待受理',
  not_accepted: '待重新申报',
  correcting: '正在补正材料',
  accepted: '已受理,正在审查',
  special_procedure: '正在进行特别程序',
  to_be_verified: '结果已登记,等待部门核验',
  decided: '已办结',
  ended: '已撤回',
  revoked: '已被撤销',
};

export function publicView(picture: Picture, updatedAt: Date): z.input<typeof PublicProgress> {
  const { found, project, progress, filings, preApprovals, names } = picture;
  const { milestones, plan, currentInstitutionId: id } = progress;
  const items = plan
    .filter(({ need }) => need === 'needed')
    .map((item) => ({ item, at: standingOf(item, { filings, preApprovals, milestones }) }));
  return {
    projectName: project.name,
    number: found.number,
    state: STATE_WORDS[found.state],
    stages: stageCounts(items.map(({ item: { stage }, at: { state } }) => ({ stage, state }))),
    items: items.map(({ item: { name, stage }, at: { state, since, expectedOn } }) => ({
      ...{ name, stage, since, expectedOn },
      what: WHAT[state],
    })),
    institution: { id, name: names.get(id) ?? '' },
    updatedAt: updatedAt.toISOString(),
  };
}
