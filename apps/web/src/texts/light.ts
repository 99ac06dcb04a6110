import type { AGENT_CLASSES } from '#libs/contracts/facts.js';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

/** The pages without the workbench: what stands around them, and the sign-in. */
export const light = texts({
  product: ['帮代办通', 'Bangdaiban'],
  motto: ['重大重点项目“0+N”帮代办', 'Assistance for major projects'],
  promise: ['企业办事零跑腿', 'You need not run.'],
  promiseMore: ['部门 N 次上门', 'We come to you.'],
  free: [
    '帮代办服务全程免费,从立项一直办到竣工验收。',
    'The service is free of charge, from the first filing to the completed building.',
  ],
  signIn: ['登录', 'Sign in'],
  signingIn: ['正在登录…', 'Signing in…'],
  username: ['账号', 'User name'],
  password: ['密码', 'Password'],
  usernameMissing: ['请填写账号', 'Enter your user name'],
  passwordMissing: ['请填写密码', 'Enter your password'],
  capsLock: ['大写锁定已打开', 'Caps Lock is on'],
  show: ['显示密码', 'Show the password'],
  hide: ['隐藏密码', 'Hide the password'],
  noAccount: [
    '还没有账号?请联系所在县市区的帮代办机构开立。',
    'No account yet? The institution of your county opens one for you.',
  ],
  demo: [
    '演示环境,可用下列账号,密码见启动时的输出:',
    'A demonstration: use one of these; the start has printed the password:',
  ],
  demoUnit: ['项目单位', 'Project unit'],
  demoHelper: ['帮代办服务员', 'Helper'],
  demoReviewer: ['部门审查员', 'Reviewer'],
  demoAdministrator: ['管理员', 'Administrator'],
  withoutSignIn: ['不登录也能看', 'Without signing in'],
  lists: ['公开权责清单', 'Responsibility lists'],
  kiosk: ['自助终端', 'Kiosk'],
  language: ['English', '中文'],
  elder: ['大字版', 'Large type'],
  ordinary: ['标准字号', 'Ordinary type'],
  settings: ['显示设置', 'Display'],
  unreachable: ['连不上平台,请检查网络后再试。', 'The platform cannot be reached: check the network and try again.'],
  again: ['再试一次', 'Try again'],
  loading: ['正在读取…', 'Loading…'],
  slow: ['网络有点慢,请稍候,不用重新打开。', 'The network is slow: please wait, there is no need to reload.'],
  print: ['打印', 'Print'],
  toSignIn: ['登录平台', 'Sign in'],
});

/** Public responsibility lists. */
export const duties = texts({
  title: ['公开权责清单', 'Public responsibility lists'],
  lead: ['找谁办、他负责什么、办公电话是多少。', 'Whom to ask, what they do, and their work phone.'],
  find: ['姓名、事项或职责', 'Name, item or duty'],
  region: ['地区', 'Region'],
  everywhere: ['全部地区', 'All regions'],
  found: (count: number) => [`找到 ${count} 人`, `${count} people`],
  none: ['没有找到。请换一个词,或选择“全部地区”。', 'Nothing found. Try another word, or all regions.'],
  more: ['显示更多', 'Show more'],
  phone: ['办公电话', 'Work phone'],
  call: (name: string, phone: string) => [`拨打${name}的办公电话 ${phone}`, `Call ${name} at work: ${phone}`],
  handles: (count: number) => [`负责的事项(${count} 项)`, `Items in charge (${count})`],
  publishedOn: (day: string) => [`${day} 公布`, `Published ${day}`],
});

export const agentClasses = texts({
  manager: ['总体工作管理员', 'Manager'],
  guide: ['审批流程指导员', 'Guide'],
  helper: ['帮代办服务员', 'Helper'],
  policy_adviser: ['政策宣讲员', 'Policy adviser'],
  inspector: ['工作督导员', 'Inspector'],
} satisfies Record<(typeof AGENT_CLASSES)[number], Pair>);

/** The public progress page behind the QR code. */
export const progress = texts({
  title: ['项目办理进度', 'Progress of the project'],
  number: (number: string) => [`编号 ${number}`, `No. ${number}`],
  stages: ['各阶段', 'Stages'],
  items: ['各事项', 'Items'],
  count: (done: number, total: number) => [`${done} / ${total} 项`, `${done} of ${total}`],
  since: (day: string) => [`${day}起`, `since ${day}`],
  doneOn: (day: string) => [day, day],
  expected: (day: string) => [`预计 ${day}`, `expected ${day}`],
  updated: (time: string) => [`最近一次进展 ${time}`, `Last change ${time}`],
  contact: ['有疑问,请找', 'Questions?'],
  servicePoint: ['服务地点', 'Service point'],
  hotline: ['服务热线', 'Hotline'],
  missing: ['看不到这个项目的进度', 'This progress cannot be shown'],
  missingHint: [
    '二维码可能已停用,或者没有扫完整。请向帮代办机构要新的二维码,或查看公开权责清单找到经办人。',
    'The code may have been withdrawn or was not read in full. Ask the institution for a new one, or find your agent in the responsibility lists.',
  ],
  notice: [
    '本页只公开经同意公布的办理进度,不含个人信息和材料。',
    'Only what was agreed to be published is shown: no personal data, no materials.',
  ],
});

/** The kiosk in a service hall. */
export const kiosk = texts({
  title: ['您想办什么?', 'What would you like to do?'],
  progress: ['查办理进度', 'Follow a project'],
  progressHint: ['扫项目二维码', 'Scan its code'],
  lists: ['找经办人', 'Find a person'],
  listsHint: ['公开权责清单', 'Responsibility lists'],
  apply: ['怎么申请', 'How to apply'],
  applyHint: ['四步,全程免费', 'Four steps, free of charge'],
  hotlines: ['服务热线', 'Hotlines'],
  hotlinesHint: ['各县市区', 'Every county'],
  points: ['服务地点', 'Service points'],
  pointsHint: ['政务服务中心', 'Service centres'],
  language: ['English', '中文'],
  languageHint: ['Switch to English', '切换为中文'],
  back: ['返回首页', 'Back to the start'],
  scan: [
    '请把二维码对准扫码口,或输入二维码下方的编号',
    'Hold the code to the scanner, or type what is printed below it',
  ],
  code: ['进度编号', 'Progress code'],
  look: ['查看进度', 'Show the progress'],
  codeMalformed: ['这不是进度编号,请重新扫描', 'This is no progress code: scan it again'],
  stillThere: ['您还在使用吗?', 'Are you still there?'],
  clearing: (seconds: number) => [
    `${seconds} 秒后返回首页,并清除屏幕上的内容。`,
    `In ${seconds} s everything on the screen is cleared.`,
  ],
  goOn: ['继续使用', 'Go on'],
  steps: ['申请“0+N”帮代办', 'Applying for the service'],
  step1: [
    '看看项目是否在重大重点项目名单上(省、市、县级)。不确定,打热线问。',
    'See whether the project is on a list of major projects. Not sure? Call the hotline.',
  ],
  step2: [
    '到项目所在县市区或市级帮代办机构,凭营业执照登记单位、开立账号。',
    'Register with your business licence at the institution of your county or of the city.',
  ],
  step3: [
    '登录平台提出申请,选全部事项或只选几项,几分钟即可。',
    'Sign in and apply for all items or for some: it takes minutes.',
  ],
  step4: [
    '签署帮代办协议。此后有专人“一对一”服务,进度随时可查。',
    'Sign the agreement. From then on one person serves you, and you can always see how far things are.',
  ],
});
