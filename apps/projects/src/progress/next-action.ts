import { isSigned } from '../agreements/agreement.entity.js';
import { inForceOn } from '../mandates/mandate.entity.js';
import { openEntrusted } from './items.js';
import type { Picture } from './picture.js';

/** What the case waits for now, in words: one thing, the first that is not done. */
export function nextAction(picture: Picture): string {
  const { state } = picture.found;
  switch (state) {
    case 'draft':
      return '待项目单位确认申请';
    case 'applied':
      return beforeStart(picture);
    case 'active':
      return inService(picture);
    case 'closing':
      return '正在核对委托事项是否全部办结';
    case 'closed':
      return '已结案';
    case 'terminated':
      return '已终止';
  }
}

function beforeStart({ agreements }: Picture): string {
  const newest = agreements.at(-1);
  if (!newest) return '待首接机构拟定帮代办协议';
  if (!newest.unitSignature) return '待项目单位签署帮代办协议';
  return '待首接机构签署帮代办协议';
}

function inService({ progress, reviews, notices, filings, agreements }: Picture): string {
  const supplement = agreements.at(-1);
  if (supplement && !isSigned(supplement)) return '待双方签署补充协议';
  if (!progress.principal) return '待指定“一对一”帮代办专人';
  if (reviews.some(({ closedOn }) => closedOn === null)) return '待部门反馈预审意见,结束联合预审';
  if (reviews.length === 0) return '待首接机构召开联合预审';
  if (notices === 0) return '待首接机构出具一次性告知书';
  if (!progress.roadmap) return '待指导员制定并签认路线图';
  const [open] = openEntrusted(progress.plan, filings);
  return open ? `办理“${open.name}”` : '委托事项已办结,可申请结案';
}

/** 现在该您做什么: what waits for the unit itself, else that nothing does. */
export function yourTurn(picture: Picture, today: string): string[] {
  const { found, agreements, mandates, filings } = picture;
  if (found.state === 'draft') return ['请核对帮代办机构代拟的申请,确认后服务开始。'];
  if (found.state !== 'applied' && found.state !== 'active') return [NOTHING];
  const newest = agreements.at(-1);
  const corrections = filings.filter(({ state }) => state === 'correcting');
  const turns = [
    ...(newest && !newest.unitSignature
      ? [`请阅读并签署${newest.reason ? '补充协议' : '帮代办协议'}(第${newest.agreementVersion}版)。`]
      : []),
    ...(found.state === 'active' && !mandates.some((mandate) => inForceOn(mandate, today))
      ? ['请签署授权委托书,帮代办人员方可代您申报。']
      : []),
    ...corrections.map(
      ({ itemName, notes, expectedOn }) => `请于${expectedOn ?? '期限'}前补正“${itemName}”材料:${notes.join('、')}。`,
    ),
    ...stillMissing(picture),
  ];
  return turns.length > 0 ? turns : [NOTHING];
}

export const NOTHING = '目前无需您办理,有进展我们会及时告知。';

/** Missing conditions of pre-approvals: once they are met the formal document is issued without a new application (R54). */
const stillMissing = ({ preApprovals, progress }: Picture): string[] =>
  preApprovals
    .filter(({ state, missingConditions }) => state === 'issued' && missingConditions.length > 0)
    .map(({ itemCode, missingConditions }) => {
      const name = progress.plan.find((item) => item.itemCode === itemCode)?.name ?? '预审批事项';
      return `“${name}”已取得预审批文件,达到以下条件后即可换发正式文件:${missingConditions.join('、')}。`;
    });
