import { getCase, getProgress, listCases, recordVisit } from '#libs/contracts/projects.js';
import { listMessages } from '#libs/contracts/notify.js';
import type { Client } from '#libs/client/client.js';
import type { House } from './house.js';
import { enrol, sampleOf } from './projects.js';
import type { Stage } from './stage.js';

/** Who sees the case, who must not know that it exists, and who may look but not touch (R16, R78, R103). */
export async function checkVisibility(
  stage: Stage,
  house: House,
  { caseId, unit }: { caseId: string; unit: Client },
): Promise<void> {
  const progress = await unit.call(getProgress, { caseId });
  await stage.tell(`项目单位看到:${progress.summary}`);
  const stranger = await enrol(stage, house, sampleOf('SP016'));
  await stage.refused('R78 查看其他单位的项目', '未找到该项目。', () => stranger.unit.call(getProgress, { caseId }));
  const elsewhere = await house.person('370724', 'helper');
  const { items } = await elsewhere.call(listCases, { page: 1, pageSize: 200 });
  if (items.some(({ id }) => id === caseId)) throw new Error('临朐县的服务员在列表中看到了寿光的项目');
  await stage.refused('另一县区的帮代办人员', '未找到该项目。', () => elsewhere.call(getCase, { caseId }));
  const inspector = await house.person('370700', 'inspector');
  const { number } = await inspector.call(getCase, { caseId });
  const visitedAt = (await stage.now()).toISOString();
  await stage.refused('R16 督导员办理事项', /没有这项权限/, () =>
    inspector.call(recordVisit, { caseId, visitedAt, place: '现场', metWith: '单位', result: '督导' }),
  );
  await stage.tell(`市级工作督导员可以查看 ${number},不能办理`);
}

/** Every message of the case that has reached its receiver, and that none is told twice. */
export async function checkMessages(stage: Stage, house: House, caseId: string): Promise<void> {
  const manager = await house.person('370700', 'manager');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { items, total } = await manager.call(listMessages, { caseId, page: 1, pageSize: 200 });
    const delivered = items.filter(({ state }) => state === 'delivered').length;
    if (total > 0 && delivered === total)
      return await stage.tell(`短信${total}条全部送达(受理、转交、受理通知、预审批、换发、办结…),见短信中心页面`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('短信没有全部送达');
}
