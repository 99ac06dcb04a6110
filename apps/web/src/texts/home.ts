import type { ITEM_STAGES } from '#libs/contracts/approvals/catalogue.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

/** The first screen of those who work here. */
export const home = texts({
  nothingDue: ['今天没有到期的事', 'Nothing is due today'],
  due: (today: number, over: number) => [
    [today > 0 ? `今天到期 ${today} 件` : '', over > 0 ? `逾期 ${over} 件` : ''].filter(Boolean).join(','),
    [today > 0 ? `${today} due today` : '', over > 0 ? `${over} overdue` : ''].filter(Boolean).join(', '),
  ],
  counters: ['待办数字', 'Counters'],
  drafts: ['待单位确认', 'To be confirmed'],
  applied: ['待受理', 'New applications'],
  closing: ['结案中', 'Closing'],
  unassignedCount: ['未指派', 'Unassigned'],
  mineCount: ['我的项目', 'My projects'],
  red: ['已超期', 'Overdue'],
  orange: ['即将到期', 'Due very soon'],
  yellow: ['临近到期', 'Due soon'],
  openConsultations: ['待回复咨询', 'Questions to answer'],
  corrections: ['补正待回', 'Corrections awaited'],
  callBacksDue: ['到期回访', 'Calls to return'],
  transfersIn: ['待签收转交', 'Transfers to receive'],
  handOversIn: ['待我接手', 'Hand-overs to me'],

  reminders: ['提醒', 'Reminders'],
  noReminders: [
    '近一个月没有到期事项。新的期限会自动出现在这里。',
    'Nothing is due within a month. New dates appear here by themselves.',
  ],
  now: ['今天及逾期', 'Today and overdue'],
  week: ['一周内', 'Within a week'],
  month: ['一个月内', 'Within a month'],
  more: (count: number) => [`再显示 ${count} 条`, `${count} more`],
  dueToday: ['今天到期', 'Due today'],
  overdueBy: (days: number) => [`逾期 ${days} 天`, `${days} ${days === 1 ? 'day' : 'days'} over`],
  dueIn: (days: number) => [`还有 ${days} 天`, `${days} ${days === 1 ? 'day' : 'days'} left`],

  myCases: ['我的项目', 'My projects'],
  noCases: [
    '还没有指派给您的项目。可以在“帮代办项目”中查看全部。',
    'No project is assigned to you yet: all are under Cases.',
  ],
  next: ['下一步', 'Next'],
  progress: (done: number, total: number) => [`已办结 ${done}/${total} 项`, `${done} of ${total} items done`],
  noPlan: ['事项清单待生成', 'No item plan yet'],
  stages: ['办理阶段', 'Stages'],
  seeAll: (count: number) => [`查看全部 ${count} 条`, `See all ${count}`],

  unassigned: ['未指派负责人', 'Without a principal'],
  allAssigned: ['所有项目都已指派。', 'Every project has its principal.'],
  assign: ['指派', 'Assign'],
  assignTo: (project: string) => [`指派:${project}`, `Assign: ${project}`],
  transfers: ['待签收的转交', 'Transfers to receive'],
  from: (institution: string) => [`来自${institution}`, `from ${institution}`],
  receiptDue: (day: string) => [`${day}前签收`, `receive by ${day}`],
  handOvers: ['待我接手的项目', 'Handed over to me'],
  handOverFrom: (name: string, reason: string) => [`${name}交接:${reason}`, `${name}: ${reason}`],

  overdue: ['超期项目及原因', 'Overdue, and why'],
  noOverdue: ['没有超期的项目。', 'No project is overdue.'],
  waitsSince: (since: string) => [`自${since}起`, `since ${since}`],
  noBlocker: ['没有记录到阻碍原因,请查看事项。', 'No cause is recorded: see its items.'],

  opinions: ['待提预审意见', 'Opinions asked for'],
  noOpinions: ['没有等待贵部门意见的联合预审。', 'No joint review waits for your department.'],
  askedItems: (count: number, names: string) => [`${count} 项:${names}`, `${count}: ${names}`],
  toAccept: ['待受理', 'To accept'],
  noToAccept: ['没有等待受理的办件。', 'No filing waits to be accepted.'],
  toDecide: ['待决定', 'To decide'],
  noToDecide: ['没有等待决定的办件。', 'No filing waits for a decision.'],
  toVerify: ['待核验', 'To verify'],
  noToVerify: ['没有等待核验的登记。', 'No record waits to be verified.'],
  preApprovals: ['待出具预审批', 'Pre-approvals to issue'],
  noPreApprovals: ['没有等待出具的预审批。', 'No pre-approval waits to be issued.'],
  preReviews: ['待答复预审服务', 'Pre-reviews to answer'],
  noPreReviews: ['没有等待答复的预审服务。', 'No pre-review waits for an answer.'],
  submittedOn: (day: string) => [`${day}提交`, `submitted ${day}`],
  askedOn: (day: string) => [`${day}提出`, `asked ${day}`],
  noLimit: ['无时限', 'No limit'],
});

/** The stages as short as a bar of five needs them. */
export const stagesShort = texts({
  立项用地规划许可: ['立项用地', 'Land'],
  工程建设许可: ['工程许可', 'Planning'],
  施工许可: ['施工许可', 'Building'],
  竣工验收: ['竣工验收', 'Acceptance'],
  并行推进: ['并行推进', 'Parallel'],
} satisfies Record<(typeof ITEM_STAGES)[number], Pair>);
