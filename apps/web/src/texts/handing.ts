import type { HAND_OVER_STATES } from '#libs/contracts/agents/hand-overs.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

export const handOverStates = texts({
  proposed: ['待接受', 'Waiting'],
  accepted: ['已接受', 'Accepted'],
  returned: ['已退回', 'Returned'],
} satisfies Record<(typeof HAND_OVER_STATES)[number], Pair>);

export const causes = texts({
  leave: ['休假', 'Leave'],
  departure: ['离任', 'Departure'],
  other: ['其他', 'Other'],
});

export const outcomes = texts({
  moved: ['已移交', 'Moved'],
  proposed: ['待对方接受', 'Waits for the other'],
  refused: ['未移交', 'Not moved'],
});

/** What a dry look says of a row. */
export const outlooks = texts({
  moved: ['可以移交', 'Can be moved'],
  proposed: ['将请对方接受', 'Will be proposed'],
  refused: ['不能移交', 'Cannot be moved'],
});

/** 交接 between persons: one case, or everything of one person. */
export const handing = texts({
  propose: ['提出交接', 'Propose a hand-over'],
  proposed: (name: string) => [`已提出,等${name}接受;接受之前仍由原专人负责`, `Proposed; ${name} has to accept it`],
  to: ['交给', 'To'],
  stage: ['进入的阶段', 'Stage that begins'],
  stageNone: ['不因阶段变化', 'Not because of a stage'],
  openMatters: ['未办结事宜', 'Open matters'],
  openMattersHint: ['写清正在办什么、何时到期', 'What is under way, with its dates'],
  override: ['非本机构人员的理由', 'Why somebody of another institution'],
  overrideHint: ['接手人不属于承办机构时填写', 'Only if the taker belongs to another institution'],
  accept: ['接受', 'Accept'],
  acceptWhat: (project: string, name: string) => [
    `接受后,“${project}”由您负责,${name}的责任到此为止。`,
    `You become responsible for “${project}” in place of ${name}.`,
  ],
  accepted: (project: string) => [`已接手“${project}”,它现在在您的项目里`, `“${project}” is yours now`],
  giveBack: ['退回', 'Return'],
  giveBackReasons: ['退回理由', 'Reasons'],
  giveBackHint: ['逐条写明,每行一条:缺什么、要补什么', 'One a line: what is missing'],
  givenBack: (name: string) => [`已退回,仍由${name}负责`, `Returned; ${name} stays responsible`],
  toMe: ['待我接受', 'To me'],
  fromMe: ['我提出的', 'From me'],
  mine: ['全部', 'All'],
  state: ['状态', 'State'],
  project: ['项目', 'Project'],
  who: ['由谁交给谁', 'From and to'],
  why: ['事由与未办结事宜', 'Reason and open matters'],
  when: ['提出时间', 'Proposed'],
  acts: ['操作', 'Acts'],
  fromTo: (from: string, to: string) => [`${from} → ${to}`, `${from} → ${to}`],
  returnedBecause: (reason: string) => [`退回理由:${reason}`, `Returned: ${reason}`],
  holdings: ['手上的工作', 'Holdings'],
  holdsNothing: ['现在没有承担的项目和首席职务', 'Holds nothing now'],
  cases: ['项目', 'Cases'],
  offices: ['首席职务', 'Offices'],
  liaison: (region: string) => [`首席联络员 · ${region}`, `Chief liaison · ${region}`],
  contact: (subject: string) => [`首席联系人 · ${subject}`, `Chief contact · ${subject}`],
  leads: ['负责团队', 'Leads a team'],
  waiting: ['等待处理', 'Waiting'],
  transferWaits: (project: string) => [`转交待签收:${project}`, `Transfer to receive: ${project}`],
  handOverWaits: (project: string) => [`交接待接受:${project}`, `Hand-over: ${project}`],
  all: ['一次交接全部工作', 'Hand over everything'],
  allTitle: (name: string) => [`交接${name}的全部工作`, `Hand over everything of ${name}`],
  stepWhy: ['事由', 'Why'],
  stepWho: ['接手人员', 'Takers'],
  stepLook: ['核对', 'Check'],
  stepDone: ['结果', 'Result'],
  cause: ['事由', 'Cause'],
  text: ['说明', 'Explanation'],
  textHint: ['如:11月24日至12月4日年休假', 'For example: on leave until 4 December'],
  defaultTaker: ['默认接手人', 'Default taker'],
  defaultHint: ['没有单独指定的都交给此人', 'Takes what nobody else is named for'],
  taker: (what: string) => [`${what}的接手人`, `Taker of ${what}`],
  asDefault: ['按默认', 'As the default'],
  what: ['工作', 'Work'],
  whom: ['交给', 'To'],
  outcome: ['结果', 'Result'],
  look: ['下一步:核对', 'Next: check'],
  next: ['下一步', 'Next'],
  before: ['上一步', 'Back'],
  lookWhat: ['还没有改动。下面是交接后的样子:', 'Nothing is changed yet. This is what would become of it:'],
  skip: (count: number) => [`跳过不能移交的 ${count} 项,其余照办`, `Skip the ${count} that cannot be moved`],
  hand: ['确认交接', 'Hand over'],
  done: (count: number) => [`已交接 ${count} 项`, `${count} handed over`],
  undo: ['撤销这次交接', 'Undo'],
  undoWhat: ['当日可以撤销:全部恢复为交接之前。', 'On the same day everything can go back as it was.'],
  undone: ['已撤销,全部恢复', 'Undone; everything is as before'],
  wasUndone: (at: string) => [`已于 ${at} 撤销`, `Undone at ${at}`],
  past: ['交接记录', 'Past hand-overs'],
  pastLine: (on: string, by: string, cause: string) => [`${on} 由${by}办理 · ${cause}`, `${on}, by ${by} · ${cause}`],
  noPending: ['没有等待处理的交接', 'No hand-over waits'],
});
