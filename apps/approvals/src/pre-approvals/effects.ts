import { In, IsNull } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import { preApprovalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { cascade } from './chain.js';
import type { ChainMember, Fall } from './chain.js';
import { PreApprovalCondition } from './condition.entity.js';
import { PreApproval } from './pre-approval.entity.js';
import { apply } from './pre-approval.machine.js';
import type { Move, PreApprovalState } from './pre-approval.machine.js';

// What befalls the pre-approvals of a case from outside: documents that arrive, land that is lost, upstreams that fall.

const STATE_ZH: Record<PreApprovalState, string> = {
  applied: '审查中',
  returned: '已退回',
  refused: '未通过',
  issued: '有效',
  on_hold: '暂停使用',
  converted: '已换发',
  void: '已作废',
  lapsed: '已失效',
};

export const factOf = ({ id, caseId, itemCode, itemName, handlingBody }: PreApproval) => ({
  preApprovalId: id,
  caseId,
  itemCode,
  itemName,
  handlingBody,
});

/** Makes a transition of the machine; refuses in words. Guards are the caller's. */
export function move(preApproval: PreApproval, made: Move): void {
  const next = apply(preApproval.state, made);
  if (!('refused' in next)) {
    preApproval.state = next.state;
    return;
  }
  switch (next.refused) {
    case 'agent_cannot_issue':
      throw fail('agents_cannot_issue');
    case 'wrong_actor':
    case 'wrong_state':
      throw fail('pre_approval_state', { state: STATE_ZH[preApproval.state] });
  }
}

interface Yielded {
  caseId: string;
  itemCode: string;
  works: string | null;
  documentNumber: string | null;
}

/** The document of an item meets every condition that waits for it, along the whole chain (R54). */
export async function meetByItem(context: WorkContext, yielded: Yielded, on: string): Promise<void> {
  const { caseId, itemCode, works, documentNumber } = yielded;
  const waiting = (
    await context.lockAll(PreApproval, { caseId, state: In(['applied', 'returned', 'issued', 'on_hold']) })
  ).filter((one) => works === null || one.works === null || one.works === works);
  const ids = waiting.map(({ id }) => id);
  const conditions = await context.lockAll(PreApprovalCondition, {
    preApprovalId: In(ids),
    item: itemCode,
    metOn: IsNull(),
  });
  for (const condition of conditions) {
    condition.metOn = on;
    condition.metBy = documentNumber ?? '登记的完成情况';
    const preApproval = waiting.find(({ id }) => id === condition.preApprovalId);
    if (preApproval) {
      context.publish(preApprovalEvents, 'conditionMet', { ...factOf(preApproval), condition: condition.name, on });
    }
  }
}

/** Another bidder has the land: every document of the case that lives by it is void (R58). */
export async function voidForLostLand(context: WorkContext, caseId: string, reason: string): Promise<void> {
  const live = await context.lockAll(PreApproval, { caseId, state: In(['applied', 'returned', 'issued', 'on_hold']) });
  for (const one of live) {
    move(one, { name: 'void', by: 'platform' });
    one.reason = reason;
    context.publish(preApprovalEvents, 'ended', { ...factOf(one), how: 'void', reason });
  }
}

const memberOf = ({ id, state, restsOn }: PreApproval): ChainMember => ({ id, state, restsOn });

/** Tells all that rests on a fallen document: lost land voids it, anything else holds it (R57, R58). */
export async function fallDownstream(
  context: WorkContext,
  { caseId, id, itemName }: { caseId: string; id: string; itemName: string },
  fall: Fall,
): Promise<void> {
  const members = await context.lockAll(PreApproval, { caseId });
  const reason = `上游“${itemName}”${fall === 'lapsed' ? '的预审批文件已过有效期' : '的文件已失去效力'}`;
  for (const { id: hit, state } of cascade(members.map(memberOf), id, fall)) {
    const member = members.find((one) => one.id === hit);
    if (!member) throw new Error(`no pre-approval ${hit} in case ${caseId}`);
    member.state = state;
    member.reason = reason;
    if (state === 'void') context.publish(preApprovalEvents, 'ended', { ...factOf(member), how: 'void', reason });
    else context.publish(preApprovalEvents, 'suspended', { ...factOf(member), reason });
  }
}

/** A document in force again, or a new one for a fallen one of its item, takes what rests on it off hold (R57). */
export async function resumeDownstream(context: WorkContext, upstream: PreApproval): Promise<void> {
  const members = await context.lockAll(PreApproval, { caseId: upstream.caseId });
  const find = (id: string) => members.find((one) => one.id === id);
  const isReplaced = (id: string) => {
    const old = find(id);
    return old?.itemCode === upstream.itemCode && old.works === upstream.works && !inForce(old);
  };
  for (const member of members.filter(({ state }) => state === 'on_hold')) {
    const restsOn = member.restsOn.map((id) => (isReplaced(id) ? upstream.id : id));
    if (!restsOn.includes(upstream.id) || !restsOn.every((id) => inForce(find(id)))) continue;
    move(member, { name: 'resume', by: 'platform' });
    Object.assign(member, { restsOn, reason: null });
    context.publish(preApprovalEvents, 'resumed', factOf(member));
    await resumeDownstream(context, member);
  }
}

const inForce = (one: PreApproval | undefined): boolean => one?.state === 'issued' || one?.state === 'converted';
