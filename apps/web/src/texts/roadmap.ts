import type { Difference, Standing } from '../screens/roadmap/model.js';
import type { ZOOMS } from '../screens/roadmap/axis.js';
import type { LandToStart } from '../screens/roadmap/model.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

export const roadmapTexts = texts({
  roadmap: ['路线图', 'Roadmap'],
  views: ['看法', 'View'],
  picture: ['时间图', 'Timeline'],
  map: ['关系图', 'Dependencies'],
  table: ['表格', 'Table'],
  versions: ['版本', 'Versions'],
  zoom: ['缩放', 'Zoom'],
  print: ['打印', 'Print'],

  none: ['还没有路线图', 'There is no roadmap yet'],
  noneHow: [
    '由审批流程指导员或服务员编制草稿,指导员签认后生效。请先核定事项清单。',
    'A guide or helper draws up a draft; it takes effect when the guide signs it. Settle the item plan first.',
  ],
  draw: ['编制路线图', 'Draw up the roadmap'],
  drawAgain: ['重新编制', 'Draw up anew'],
  drawHow: (items: number) => [
    `按现行事项清单(需要办理 ${items} 项)从开始日起逐项排期。结果先存为草稿,签认前可随时改期或重新编制。`,
    `All ${items} needed items are planned from the start date. The result is a draft: move dates or draw it anew until it is signed.`,
  ],
  startOn: ['开始日', 'Start date'],
  constructionMonths: ['建设工期(月)', 'Construction (months)'],
  monthsOfProject: ['不填则按项目的建设工期', 'As recorded for the project if left empty'],
  drawn: (end: string, workdays: number) => [
    `草稿已编好:共 ${workdays} 个工作日,计划 ${end} 全部办结。签认后生效。`,
    `The draft is ready: ${workdays} working days, to end on ${end}. It takes effect when signed.`,
  ],
  reason: ['理由', 'Reason'],
  reasonNeeded: ['路线图已固化,请写明理由', 'The roadmap is frozen: please give a reason'],

  draft: ['草稿', 'Draft'],
  draftShown: (by: string) => [
    `这是 ${by} 编制的草稿,尚未签认,单位和部门仍以现行版本为准。`,
    `A draft by ${by}, not yet signed: the version in force still holds.`,
  ],
  firstDraft: (by: string) => [
    `这是 ${by} 编制的草稿,审批流程指导员签认后成为第 1 版。`,
    `A draft by ${by}; the guide's signature makes it version 1.`,
  ],
  draftWaits: ['有一份草稿等待签认。', 'A draft waits for its signature.'],
  seeDraft: ['查看草稿', 'See the draft'],
  seeCurrent: ['查看现行版本', 'See the version in force'],
  oldVersion: (number: number) => [`这是第 ${number} 版,仅供查阅。`, `This is version ${number}, kept for reference.`],
  freeze: ['签认并固化', 'Sign and freeze'],
  freezeTitle: ['签认路线图?', 'Sign the roadmap?'],
  freezeHow: (end: string) => [
    `签认后计划 ${end} 全部办结,成为新的现行版本;以后调整须写明理由,原版本保留。`,
    `It will be in force, to end on ${end}. Later changes need a reason; this version is kept.`,
  ],
  frozen: (number: number) => [`已签认,第 ${number} 版生效`, `Signed: version ${number} is in force`],

  endLate: (days: number) => [`比计划晚 ${days} 个工作日`, `${days} working days late`],
  endEarly: (days: number) => [`比计划早 ${days} 个工作日`, `${days} working days early`],
  endOnTime: ['按计划进行', 'On time'],
  expectedEnd: ['预计全部办结', 'Expected to end'],
  ended: ['已全部办结', 'All done'],
  plannedEnd: (day: string) => [`计划 ${day}`, `Planned ${day}`],
  workdaysInAll: (approval: number, full: number) => [
    `审批口径 ${approval} 个工作日,全口径 ${full} 个工作日`,
    `${approval} working days of approvals, ${full} in all`,
  ],
  progress: (done: number, total: number) => [`已办结 ${done}/${total} 项`, `${done} of ${total} items done`],
  signed: (number: number, by: string, on: string) => [
    `第 ${number} 版,${by}于 ${on} 签认`,
    `Version ${number}, signed by ${by} on ${on}`,
  ],
  next: (what: string) => [`下一步:${what}`, `Next: ${what}`],
  saved: (days: number) => [
    `预审批链使施工许可提前 ${days} 个工作日`,
    `Pre-approval brings the construction permit ${days} working days sooner`,
  ],

  legend: ['图例', 'Key'],
  planned: ['计划', 'Planned'],
  actual: ['实际', 'Actual'],
  forecast: ['预计', 'Expected'],
  late: ['超出计划', 'Beyond the plan'],
  original: ['原计划', 'First plan'],
  critical: ['关键路径', 'Critical path'],
  criticalShort: ['关键', 'Critical'],
  suspended: ['暂停', 'Suspended'],
  preApproval: ['预审批', 'Pre-approval'],
  together: ['并联申报', 'Filed together'],
  milestone: ['里程碑', 'Milestone'],
  trial: ['试算', 'On trial'],
  today: ['今天', 'Today'],
  assumed: ['推定日历', 'Assumed calendar'],
  folded: (months: number) => [`此间 ${months} 个月`, `${months} months`],

  items: ['事项', 'Items'],
  itemsHow: [
    '上下方向键逐项移动,左右方向键收起或展开阶段,回车查看详情',
    'Up and down move between items, left and right close or open a stage, Enter shows the details',
  ],
  stageDone: (done: number, total: number) => [`${done}/${total} 项`, `${done}/${total}`],
  item: ['事项', 'Item'],
  stage: ['阶段', 'Stage'],
  who: ['办理', 'Handled by'],
  waits: ['卡在', 'Waits'],
  agent: ['帮代办人员', 'Agent'],
  state: ['状态', 'State'],
  starts: ['开始', 'Starts'],
  ends: ['办结', 'Ends'],
  duration: ['用时', 'Takes'],
  both: (workdays: number, days: number) => [
    `${workdays} 工作日 / ${days} 日历日`,
    `${workdays} working / ${days} calendar days`,
  ],
  slack: ['机动', 'Slack'],
  slackDays: (days: number) => [`${days} 个工作日`, `${days} working days`],
  deviation: ['偏差', 'Deviation'],
  lateBy: (days: number) => [`晚 ${days} 个工作日`, `${days} working days late`],
  earlyBy: (days: number) => [`早 ${days} 个工作日`, `${days} working days early`],
  lateShort: (days: number) => [`晚${days}`, `+${days}`],
  onPlan: ['与计划一致', 'As planned'],
  prerequisites: ['前置', 'Waits for'],
  or: ['或', ' or '],
  and: [',', ', '],
  nothing: ['无', 'None'],
  suspensionOf: (from: string, to: string, cause: string) => [
    `${from} 至 ${to}:${cause}`,
    `${from} to ${to}: ${cause}`,
  ],
  untilNow: ['至今', 'today'],
  from: (from: string, to: string) => [`${from} 至 ${to}`, `${from} to ${to}`],
  details: (name: string) => [`${name}的详情`, `Details of ${name}`],
  close: ['关闭', 'Close'],

  move: ['调整办结日', 'Move the end'],
  moveTo: ['改到', 'To'],
  tryFirst: ['填写日期后先看影响,再决定是否调整。', 'Enter a date to see what follows before you decide.'],
  pushes: (count: number) => [`会推动后面 ${count} 项:`, `It moves ${count} later items:`],
  pushesMore: (count: number) => [`另有 ${count} 项`, `${count} more`],
  pushesNothing: ['不影响其他事项。', 'Nothing else moves.'],
  pushed: (name: string, from: string, to: string) => [
    `${name} 由 ${from} 改到 ${to}`,
    `${name} from ${from} to ${to}`,
  ],
  unchanged: ['日期没有变化。', 'The date stays the same.'],
  targetMissed: (name: string, on: string, by: string) => [
    `${name}将在 ${on},晚于计划的 ${by}。`,
    `${name} will be on ${on}, later than ${by} as planned.`,
  ],
  targetKept: (name: string, on: string) => [`${name}不受影响,仍为 ${on}。`, `${name} stays on ${on}.`],
  moveDo: ['确认调整', 'Move it'],
  moved: (name: string, on: string) => [`${name}的计划办结日已改到 ${on}`, `${name} is now planned to end on ${on}`],
  movedFrozen: (name: string, on: string, number: number) => [
    `${name}的计划办结日已改到 ${on},路线图第 ${number} 版生效`,
    `${name} is now planned to end on ${on}: version ${number} is in force`,
  ],

  compareFrom: ['从', 'From'],
  compareTo: ['到', 'To'],
  versionNumber: (number: number) => [`第 ${number} 版`, `Version ${number}`],
  versionsNone: ['签认后的各个版本会留在这里,可逐项比较。', 'Signed versions are kept here and can be compared.'],
  compareHow: ['有两个版本后可以逐项比较。', 'Two versions can be compared line by line.'],
  compare: ['逐项比较', 'Line by line'],
  onlyChanges: ['只看变化', 'Changes only'],
  noChanges: ['两个版本没有不同。', 'The two versions are the same.'],
  open: ['查看', 'Open'],
  signedAt: ['签认', 'Signed'],
  change: ['变化', 'Change'],

  landTitle: ['拿地即开工时间表', 'From land grant to construction start'],
  landHow: [
    '拿地前预审批,签订出让合同当天(T0)起换发正式证。日数为工作日。',
    'Pre-approved before the land is granted, converted from the day of the contract (T0). Working days.',
  ],
  contractDay: ['签订出让合同', 'Contract signed'],
  offset: (days: number) => [
    `T0${days < 0 ? '−' : '+'}${Math.abs(days)}`,
    `T0${days < 0 ? '−' : '+'}${Math.abs(days)}`,
  ],
  allLines: ['全部节点', 'All lines'],
  act: ['行为', 'Act'],

  mapHow: [
    '点选一项,突出它之前和之后的事项;方向键沿关系移动,加减号缩放。',
    'Choose an item to mark what comes before and after it; arrow keys follow the links, plus and minus zoom.',
  ],
  mapOf: ['事项关系图', 'Dependency map'],
  laying: ['正在排布…', 'Arranging…'],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  zoomFit: ['看全图', 'Fit'],
  panLeft: ['向左', 'Left'],
  panRight: ['向右', 'Right'],
  panUp: ['向上', 'Up'],
  panDown: ['向下', 'Down'],
  alternatives: ['任选其一', 'Any one of these'],
  marked: (name: string, before: number, after: number) => [
    `${name}:之前 ${before} 项,之后 ${after} 项`,
    `${name}: ${before} before, ${after} after`,
  ],
});

export const zoomWords = texts({
  fit: ['全程', 'All'],
  month: ['按月', 'Months'],
  week: ['按周', 'Weeks'],
} satisfies Record<(typeof ZOOMS)[number], Pair>);

export const standings = texts({
  done: ['已办结', 'Done'],
  running: ['办理中', 'Under way'],
  paused: ['已暂停', 'Suspended'],
  late: ['预计晚于计划', 'Expected late'],
  waiting: ['未开始', 'Not begun'],
} satisfies Record<Standing, Pair>);

export const changes = texts({
  added: ['新增', 'Added'],
  removed: ['删去', 'Removed'],
  moved: ['改期', 'Moved'],
  same: ['不变', 'Same'],
} satisfies Record<Difference['change'], Pair>);

export const acts = texts({
  formal: ['正式办理', 'Formal'],
  pre_approval: ['预审批', 'Pre-approval'],
  conversion: ['换发正式证', 'Conversion'],
  milestone: ['里程碑', 'Milestone'],
} satisfies Record<LandToStart['lines'][number]['act'], Pair>);
