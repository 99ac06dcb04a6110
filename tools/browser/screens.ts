import { Client } from '#libs/client/client.js';
import { listAgents } from '#libs/contracts/agents.js';
import { listApprovals, listPreApprovals } from '#libs/contracts/approvals.js';
import { listCases, publishProgress } from '#libs/contracts/projects.js';
import { DEMO_PASSWORD } from '../demo/stage.js';

/** A screen of the client, as somebody of the demo sees it; null: anybody. */
export interface Screen {
  name: string;
  title: string;
  path: string;
  who: string | null;
}

const CASE_TABS = {
  info: '信息',
  items: '事项',
  roadmap: '路线图',
  materials: '材料',
  reviews: '联审会议',
  team: '团队',
  transfers: '转交',
  notes: '咨询与便笺',
  ledger: '台账',
  agreement: '协议',
};

/** Every screen of the client on a platform whose demo has left a case midway. */
export async function screensOf(url: string): Promise<Screen[]> {
  const manager = await Client.signIn(url, 'wf-manager', DEMO_PASSWORD);
  const { items } = await manager.call(listCases, { q: '种业', state: 'active' });
  const caseId = items[0]?.id;
  if (!caseId) throw new Error('no case is under way: the demo has not furnished this platform');
  const filing = (await manager.call(listApprovals, { caseId })).items[0]?.id ?? '';
  const preApproval = (await manager.call(listPreApprovals, { caseId })).items[0]?.id ?? '';
  const agent = (await manager.call(listAgents, {})).items[0]?.id ?? '';
  const guide = await Client.signIn(url, 'wf-guide', DEMO_PASSWORD);
  const { path } = await publish(guide, manager, caseId);
  return [...workbench({ caseId, filing, preApproval, agent }), ...citizens(path ?? '/p/none')];
}

async function publish(guide: Client, manager: Client, caseId: string) {
  const input = { caseId, published: true };
  return await manager.call(publishProgress, input).catch(() => guide.call(publishProgress, input));
}

interface Ids {
  caseId: string;
  filing: string;
  preApproval: string;
  agent: string;
}

const of = (who: string, screens: [name: string, title: string, path: string][]): Screen[] =>
  screens.map(([name, title, path]) => ({ name, title, path, who }));

function workbench({ caseId, filing, preApproval, agent }: Ids): Screen[] {
  const tabs = Object.entries(CASE_TABS).map(([tab, title]): [string, string, string] => [
    `case-${tab}`,
    `项目 · ${title}`,
    `/cases/${caseId}?tab=${tab}`,
  ]);
  return [
    ...of('sg-helper', [
      ['home-helper', '工作台(服务员)', '/'],
      ['transfers', '转交', '/transfers'],
      ['hand-overs', '交接', '/hand-overs'],
    ]),
    ...of('wf-manager', [
      ['home-manager', '工作台(管理员)', '/'],
      ['cases', '帮代办项目', '/cases'],
      ...tabs,
      ['approvals', '办件', '/approvals'],
      ['pre-approvals', '预审批', '/pre-approvals'],
      ['pre-reviews', '预审服务', '/pre-reviews'],
      ['joint-reviews', '联合预审', '/joint-reviews'],
      ['people', '人员', '/people'],
      ['person', '一位人员', `/people/${agent}`],
      ['institutions', '帮代办机构', '/institutions'],
      ['liaisons', '首席联络员', '/routing-board'],
      ['catalogue', '事项库', '/catalogue'],
      ['messages', '短信', '/messages'],
    ]),
    ...of('r-sg-spj', [
      ['home-reviewer', '工作台(审查员)', '/'],
      ['approval', '办件详情', `/approvals/${filing}`],
      ['pre-approval', '预审批详情', `/pre-approvals/${preApproval}`],
    ]),
    ...of('u-sp025', [
      ['portal', '项目单位门户', '/'],
      ['unit-case', '项目单位的项目', `/cases/${caseId}`],
      ['apply', '申请帮代办', '/apply'],
    ]),
  ];
}

const citizens = (path: string): Screen[] => [
  { name: 'sign-in', title: '登录', path: '/sign-in', who: null },
  { name: 'public-progress', title: '公开进度页', path, who: null },
  { name: 'responsibilities', title: '公开权责清单', path: '/responsibilities', who: null },
  { name: 'kiosk', title: '自助终端', path: '/kiosk', who: null },
];
