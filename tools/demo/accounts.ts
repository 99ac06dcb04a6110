import { House } from './house.js';
import { furnishCases } from './midway.js';
import { enrol, sampleOf } from './projects.js';
import { Stage } from './stage.js';

export interface DemoAccount {
  username: string;
  title: string;
}

const POSTS = { manager: '总体工作管理员', guide: '审批流程指导员', helper: '帮代办服务员', inspector: '工作督导员' };
const OFFICES = [
  { regionId: '370700', prefix: 'wf', name: '潍坊市' },
  { regionId: '370783', prefix: 'sg', name: '寿光市' },
];
const REVIEWERS = { 'SG-ZRJ': '寿光市自然资源和规划局', 'SG-SPJ': '寿光市行政审批服务局' };

/** Furnishes a demo platform: the house, the accounts a visitor begins with, two cases; what is there is left as it is. */
export async function furnishedAccounts(url: string): Promise<DemoAccount[]> {
  const stage = new Stage(url, true);
  const house = await House.furnish(stage);
  const accounts: DemoAccount[] = [{ username: 'admin', title: '平台管理员' }];
  for (const { regionId, prefix, name } of OFFICES) {
    for (const [post, title] of Object.entries(POSTS)) {
      await house.person(regionId, post);
      accounts.push({ username: `${prefix}-${post}`, title: `${name} ${title}` });
    }
  }
  for (const [code, name] of Object.entries(REVIEWERS)) {
    await stage.reviewer(code);
    accounts.push({ username: `r-${code.toLowerCase()}`, title: `${name} 审查员` });
  }
  await enrol(stage, house, sampleOf('SP025'));
  accounts.push({ username: 'u-sp025', title: '项目单位(虚构)' });
  await furnishCases(stage, house);
  return accounts;
}
