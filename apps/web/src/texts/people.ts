import type { AGENT_SOURCES, POLICY_DOMAINS, QUALIFYING_STAGES, TRADES } from '#libs/contracts/agents/staff.js';
import type { AGENT_CLASSES, INSTITUTION_LEVELS } from '#libs/contracts/facts/agents.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

type WordsOf<T extends readonly string[]> = Record<T[number], Pair>;

export const agentClasses = texts({
  manager: ['总体工作管理员', 'Manager'],
  guide: ['审批流程指导员', 'Guide'],
  helper: ['帮代办服务员', 'Helper'],
  policy_adviser: ['审批政策宣讲员', 'Policy adviser'],
  inspector: ['工作督导员', 'Inspector'],
} satisfies WordsOf<typeof AGENT_CLASSES>);

export const agentSources = texts({
  established_post: ['在编', 'Established post'],
  purchased_service: ['政府购买服务', 'Purchased service'],
  secondment: ['选派锻炼', 'Secondment'],
} satisfies WordsOf<typeof AGENT_SOURCES>);

export const institutionLevels = texts({
  city: ['市级', 'City'],
  county: ['县级', 'County'],
  town: ['镇级', 'Town'],
} satisfies WordsOf<typeof INSTITUTION_LEVELS>);

export const trades = texts({
  工业: ['工业', 'Industry'],
  仓储: ['仓储', 'Storage'],
  居住: ['居住', 'Housing'],
  商业: ['商业', 'Commerce'],
  市政: ['市政', 'Municipal works'],
  教育: ['教育', 'Education'],
  医疗: ['医疗', 'Health'],
  城镇老旧小区改造: ['城镇老旧小区改造', 'Old quarters'],
  城市更新: ['城市更新', 'Urban renewal'],
} satisfies WordsOf<typeof TRADES>);

export const helperStages = texts({
  立项用地规划许可: ['立项用地规划许可', 'Approval and land'],
  工程建设许可: ['工程建设许可', 'Design'],
  施工许可: ['施工许可', 'Construction permit'],
  竣工验收: ['竣工验收', 'Completion'],
} satisfies WordsOf<typeof QUALIFYING_STAGES>);

export const policyDomains = texts({
  建厂生产: ['建厂生产', 'Factories'],
  盖楼销售: ['盖楼销售', 'Housing for sale'],
  小区改造: ['小区改造', 'Quarter renewal'],
} satisfies WordsOf<typeof POLICY_DOMAINS>);

/** Agents: the list, one person, the appointment. */
export const people = texts({
  find: ['姓名、文号、岗位', 'Name, order number or class'],
  name: ['姓名', 'Name'],
  classes: ['岗位类别', 'Classes'],
  institution: ['帮代办机构', 'Institution'],
  specialties: ['行业专长', 'Trades'],
  stages: ['服务阶段', 'Stages'],
  domains: ['宣讲领域', 'Policy domains'],
  items: ['服务事项', 'Items'],
  allItems: ['所选阶段的全部事项', 'Every item of the stages'],
  load: ['在办', 'Load'],
  loadOf: (load: number, capacity: number) => [`${load} / ${capacity} 件`, `${load} of ${capacity}`],
  leave: ['请假', 'Leave'],
  away: (from: string, to: string) => [`${from} 至 ${to} 请假`, `Away ${from} to ${to}`],
  substitute: (name: string) => [`替班:${name}`, `Substitute: ${name}`],
  noSubstitute: ['未安排替班', 'No substitute'],
  workPhone: ['工作电话', 'Work phone'],
  mobile: ['手机(不公开)', 'Mobile (private)'],
  orderNumber: ['聘任文号', 'Order number'],
  source: ['人员来源', 'Source'],
  contractEndsOn: ['合同或选派期满', 'Contract ends'],
  fullTime: ['专职', 'Full time'],
  homeUnit: ['原单位', 'Home unit'],
  classesReason: ['兼任理由', 'Why several classes'],
  capacity: ['同时可帮代办(件)', 'Cases at a time'],
  baseCourse: ['通过基础培训日期', 'Base course passed'],
  baseCourseHint: ['未通过的不能指派项目', 'Without it no case is assigned'],
  inOffice: ['在岗情况', 'In office'],
  onlyActive: ['在岗', 'In office'],
  alsoLeft: ['含已离岗', 'Those who left, too'],
  left: (on: string) => [`已于 ${on} 离岗`, `Left on ${on}`],
  since: (from: string) => [`${from} 起`, `Since ${from}`],
  appoint: ['聘任人员', 'Appoint'],
  appointed: (name: string) => [`已聘任${name},现在可以指派项目`, `${name} is appointed`],
  edit: ['修改', 'Edit'],
  edited: (name: string) => [`${name}的信息已保存`, `Saved`],
  nothingChanged: ['没有改动', 'Nothing was changed'],
  recordLeave: ['登记请假', 'Record leave'],
  leaveFrom: ['开始日期', 'From'],
  leaveTo: ['结束日期', 'To'],
  leaveRecorded: ['请假已登记,期间的提醒会转给替班人员', 'The leave is recorded; reminders go to the substitute'],
  substituteField: ['替班人员', 'Substitute'],
  end: ['解除聘任', 'End appointment'],
  endWhat: (name: string) => [
    `解除${name}的聘任。手上还有项目或首席职务的,须先交接。`,
    `End the appointment of ${name}. Open work must be handed over first.`,
  ],
  ended: (name: string) => [`${name}已离岗`, `${name} has left`],
  office: ['岗位与联系方式', 'Office and contact'],
  qualified: ['能办什么', 'Qualified for'],
  toPeople: ['全部人员', 'All people'],
  choosePerson: ['输入姓名查找', 'Type a name'],
  chooseInstitution: ['选择机构', 'Choose an institution'],
  chooseItems: ['按编码或名称查找', 'By code or name'],
  none: ['无', 'None'],
  allStages: ['四个阶段', 'All four stages'],
  allTrades: ['各行业', 'Every trade'],
});

/** 权责清单 of one person. */
export const duties = texts({
  title: ['权责清单', 'Responsibility list'],
  publish: ['公布新版', 'Publish an edition'],
  published: (edition: number) => [`第${edition}版权责清单已公布`, `Edition ${edition} is published`],
  edition: (edition: number) => [`第${edition}版`, `Edition ${edition}`],
  inForce: ['现行', 'In force'],
  replaced: (from: string, to: string) => [`${from} 至 ${to}`, `${from} to ${to}`],
  lines: ['职责', 'Duties'],
  linesHint: ['每行写一条,最多30条', 'One a line, at most 30'],
  items: ['负责事项', 'Items'],
  none: ['还没有公布权责清单', 'No responsibility list yet'],
  phoneOnly: ['公开页面只显示工作电话', 'The public page shows the work phone only'],
});

/** 帮代办机构. */
export const institutions = texts({
  name: ['机构名称', 'Name'],
  level: ['层级', 'Level'],
  region: ['行政区', 'Region'],
  regionCode: ['镇街代码(9位)', 'Town code (9 digits)'],
  parent: ['上级机构', 'Institution above'],
  servicePoint: ['服务地点', 'Service point'],
  hotline: ['服务热线', 'Hotline'],
  since: ['设立日期', 'Since'],
  people: ['人员', 'People'],
  ended: (on: string) => [`已于 ${on} 撤销`, `Ceased on ${on}`],
  showEnded: ['显示已撤销的机构', 'Show those that ceased'],
  establish: ['设立机构', 'Establish'],
  established: (name: string) => [`已设立${name},下一步请聘任人员`, `${name} is established; appoint its people next`],
  edit: ['修改', 'Edit'],
  edited: ['机构信息已保存', 'Saved'],
  end: ['撤销', 'End'],
  endWhat: (name: string) => [
    `撤销${name}。须先调整其人员、下级机构和在办项目。`,
    `End ${name}. Its people, institutions below and open cases must be moved first.`,
  ],
  endDone: (name: string) => [`${name}已撤销`, `${name} has ceased`],
  acts: ['操作', 'Acts'],
});
