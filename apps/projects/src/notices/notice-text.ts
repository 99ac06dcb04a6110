import type { PlanItem } from '#libs/contracts/facts.js';
import type { NoticeItem, RequirementsNotice } from './notice.entity.js';

export const LEVEL_WORDS: Record<PlanItem['level'], string> = {
  county: '县级',
  city: '市级',
  province: '省级以上(协助办理)',
  none: '不计层级',
  unknown: '权限待确认',
};

type Notice = Pick<
  RequirementsNotice,
  'number' | 'noticeVersion' | 'issuedOn' | 'institutionName' | 'reason' | 'items' | 'notNeeded'
>;

export interface Addressee {
  unitName: string;
  projectName: string;
  caseNumber: string;
}

/** The notice as the unit reads it: every item by stage in the order of the plan, then what is not needed and why. */
export function noticeText(notice: Notice, { unitName, projectName, caseNumber }: Addressee): string {
  const { number, noticeVersion, issuedOn, institutionName, reason, items, notNeeded } = notice;
  const stages = [...new Set(items.map(({ stage }) => stage))];
  return [
    '审批服务事项一次性告知书',
    `编号:${number}(第${noticeVersion}版)`,
    `${unitName}:`,
    `你单位“${projectName}”项目(帮代办编号${caseNumber})经联合预审,需要办理以下${items.length}项审批服务事项,现一次性告知。`,
    ...(reason ? [`本版调整理由:${reason}`] : []),
    ...stages.flatMap((stage) => [
      `【${stage}】`,
      ...items.flatMap((item, at) => (item.stage === stage ? [line(item, at)] : [])),
    ]),
    ...(notNeeded.length > 0
      ? ['经联合预审无需办理:', ...notNeeded.map(({ name, reason: why }) => `· ${name}:${why}`)]
      : []),
    '办理流程按“前置事项先行、其余并行”的次序推进,具体时间节点见手续办理路线图。由企业自办的事项,帮代办机构同样提供咨询指导。',
    institutionName,
    issuedOn,
  ].join('\n');
}

function line({ name, level, departmentName, promisedWorkdays, entrusted }: NoticeItem, at: number): string {
  const parts = [
    departmentName ? `办理部门:${departmentName}` : '由项目单位自行办理或不需部门决定',
    `权限:${LEVEL_WORDS[level]}`,
    ...(promisedWorkdays === null ? [] : [`参考承诺时限:${promisedWorkdays}个工作日`]),
    entrusted ? '帮代办' : '由企业自办',
  ];
  return `${at + 1}. ${name}(${parts.join(';')})`;
}
