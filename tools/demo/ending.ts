import { getCase, readLedger, recordVisit, requestClosure } from '#libs/contracts/projects.js';
import { createApiClient, issueClientToken } from '#libs/contracts/gateway.js';
import { Client } from '#libs/client/client.js';
import type { Cast } from './filings.js';
import type { Stage } from './stage.js';

/** A department's own system signs in with client credentials and may act for that department alone. */
export async function departmentSystem(stage: Stage): Promise<{ department: string; client: Client }> {
  const admin = await stage.as('admin');
  const clientId = `sg-zjj-${Date.now().toString(36)}`;
  const { clientSecret } = await admin.call(createApiClient, {
    clientId,
    name: '寿光市住建局业务系统',
    departmentCode: 'SG-ZJJ',
    regionId: '370783',
  });
  const { access_token } = await new Client(stage.url).call(issueClientToken, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  return { department: 'SG-ZJJ', client: new Client(stage.url).withToken(access_token) };
}

/** At the site, with a helmet: N of 0+N (R11, R73). */
export async function visit(stage: Stage, { helper, caseId }: Cast): Promise<void> {
  const visitedAt = (await stage.now()).toISOString();
  await helper.call(recordVisit, {
    caseId,
    visitedAt,
    place: '项目现场',
    metWith: '项目单位工作人员',
    result: '送达全部证照',
    onSite: true,
    helmetWorn: true,
  });
}

/** Asked for, checked by approvals, closed (R6). */
export async function close(stage: Stage, { helper, unit, caseId }: Cast): Promise<void> {
  await helper.call(requestClosure, { caseId });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { state, visits, trips, itemsDone, itemsTotal } = await unit.call(getCase, { caseId });
    if (state === 'closed') {
      const { total } = await unit.call(readLedger, { caseId, page: 1, pageSize: 1 });
      return await stage.tell(
        `结案:${itemsDone}/${itemsTotal}个事项办结,台账${total}条,部门和帮代办人员上门${visits}次,企业跑腿${trips}次`,
      );
    }
    if (state === 'active' && attempt > 20) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { openItems } = await unit.call(getCase, { caseId });
  throw new Error(`未能结案:${openItems.join('、')}`);
}
