import { proposeTransfer, receiveTransfer, returnTransfer } from '#libs/contracts/agents.js';
import {
  beginSpecialProcedure,
  endSpecialProcedure,
  getApproval,
  listApprovals,
  requestCorrection,
  revokeApproval,
  supplyCorrection,
} from '#libs/contracts/approvals.js';
import { listMessages } from '#libs/contracts/notify.js';
import { grantMandate } from '#libs/contracts/projects.js';
import type { Client } from '#libs/client/client.js';
import { Filings } from './filings.js';
import type { House } from './house.js';
import { assignTeam } from './assignments.js';
import { workdayAfter } from './stage.js';
import type { Stage } from './stage.js';
import type { Begun } from './story.js';

/** Correction, the two clocks, warnings that fire as days pass, and a revocation, on a case that stays in its county. */
export async function playClocks(stage: Stage, house: House, { entrant, caseId, firstRegion }: Begun): Promise<void> {
  stage.chapter('补正、特别程序与两个时钟');
  await assignTeam(stage, house, { caseId, holder: firstRegion });
  const helper = await house.person(firstRegion, 'helper');
  const today = await stage.today();
  const holderAgentId = house.agent(firstRegion, 'helper').id;
  await entrant.unit.call(grantMandate, {
    caseId,
    holderAgentId,
    items: 'all',
    validFrom: today,
    validTo: `${Number(today.slice(0, 4)) + 2}-12-31`,
  });
  const filings = await Filings.begin({ stage, caseId, unit: entrant.unit, helper });
  for (const line of await filings.plan())
    if (['A05', 'Z13a', 'Z03'].includes(line.itemCode)) await filings.complete(line);
  const filing = await filings.decide(await filings.accept(await filings.submit('A01')));
  await correction(stage, filings, helper);
  await revocation(stage, filing);
}

/** B01 is sent back once for everything that is missing, then a listed cause stops the promise and not the law (R75). */
async function correction(stage: Stage, filings: Filings, helper: Client): Promise<void> {
  const filing = await filings.submit('B01');
  const reviewer = await stage.reviewer(filing.handlingBody ?? '');
  const { materials } = await reviewer.call(getApproval, { id: filing.id });
  const asked = materials.filter(({ origin }) => origin.kind === 'ask_unit' || origin.kind === 'form').slice(0, 1);
  const materialCodes = asked.map(({ code }) => code);
  const dueOn = workdayAfter(await stage.today(), 7);
  await reviewer.call(requestCorrection, { id: filing.id, materialCodes, dueOn, opinion: '图纸签章不清晰' });
  const again = materialCodes.map((materialCode) => ({ materialCode, documentId: filings.materialDocument }));
  await helper.call(supplyCorrection, { id: filing.id, materials: again });
  const accepted = await filings.accept(filing);
  await stage.tell(
    `${filing.itemName}:一次性告知补正,补正后受理,承诺${accepted.promised.dueOn ?? ''}、法定${accepted.statutory.dueOn ?? ''}前办结`,
  );
  await reviewer.call(beginSpecialProcedure, {
    id: filing.id,
    cause: '批前公示',
    noticeWorkdays: 7,
    approver: '分管负责人',
  });
  await stage.pass(9);
  await reviewer.call(endSpecialProcedure, { id: filing.id });
  const after = await reviewer.call(getApproval, { id: filing.id });
  if (after.statutory.dueOn !== accepted.statutory.dueOn) throw new Error('批前公示不应改变法定时限');
  await stage.tell(
    `批前公示期间承诺时限停表,承诺顺延到${after.promised.dueOn ?? ''},法定仍为${after.statutory.dueOn ?? ''}`,
  );
  await stage.pass(30);
  const { items } = await helper.call(listApprovals, { caseId: filing.caseId, light: 'red', page: 1, pageSize: 10 });
  const late = items.find(({ id }) => id === filing.id);
  if (!late) throw new Error('超期的办件没有亮红灯');
  await stage.tell(`到期未办,${late.itemName}亮红灯(承诺${late.promised.lightText}、法定${late.statutory.lightText})`);
  await stage.tell(`短信提醒:${await warningText(helper, filing.caseId)}`);
  await filings.decide(filing);
}

/** The reminder that the day itself sent, as its receiver read it. */
async function warningText(helper: Client, caseId: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { items } = await helper.call(listMessages, { caseId, page: 1, pageSize: 200 });
    const warning = items.find(({ event, state }) => event === 'approval.deadlineNear' && state === 'delivered');
    if (warning?.text) return warning.text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('到期提醒没有送达');
}

async function revocation(
  stage: Stage,
  { id, itemName, handlingBody }: { id: string; itemName: string; handlingBody: string | null },
): Promise<void> {
  const reviewer = await stage.reviewer(handlingBody ?? '');
  const revoked = await reviewer.call(revokeApproval, { id, reason: '申报信息与实际不符' });
  await stage.tell(`${itemName}被作出机关撤销(${revoked.state === 'revoked' ? '已撤销' : revoked.state}),台账留痕`);
}

/** R43: the same items twice to and fro; the third time needs the city's manager. */
export async function playPingPong(stage: Stage, house: House, caseId: string): Promise<void> {
  const guide = await house.person('370700', 'guide');
  const county = await house.person('370783', 'helper');
  const propose = {
    caseId,
    toInstitutionId: house.office('370783').institution.id,
    itemCodes: ['A01'] as string[],
    method: 'platform_upload' as const,
    overrideReason: '按项目单位意见转交',
  };
  for (let time = 1; time <= 2; time += 1) {
    const { id: transferId } = await guide.call(proposeTransfer, propose);
    await county.call(returnTransfer, { caseId, transferId, reason: '请补充原件后再转' });
  }
  await stage.refused('R43 第三次转交', '该事项已转交2次,再次转交须由市级总体工作管理员决定。', () =>
    guide.call(proposeTransfer, propose),
  );
  const manager = await house.person('370700', 'manager');
  const { id: transferId, ordinal } = await manager.call(proposeTransfer, {
    ...propose,
    decision: '原件已补齐,同意第三次转交',
  });
  await county.call(receiveTransfer, { caseId, transferId, receipt: '已收原件' });
  await stage.tell(`第${ordinal}次转交由市级管理员决定后签收;首接机构不变,项目只计一次`);
}
