import { Controller } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import { assignmentEvents, caseEvents, itemPlanEvents, projectEvents, routingEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { applyReview, entrustAnew, followProject, freezePlan, makePlan } from '../item-plans/plan-writer.js';
import { CaseCopy } from './case-copy.entity.js';
import { CaseHandling } from './case-handling.entity.js';
import { MandateCopy } from './mandate-copy.entity.js';
import { openEntrustedItems } from './open-items.js';

/** The copy of a case that its own stream has told of before: its facts come in order. */
async function caseOf(context: WorkContext, caseId: string): Promise<CaseCopy> {
  const found = await context.lock(CaseCopy, { id: caseId });
  if (!found) throw new Error(`case ${caseId} was never applied for`);
  return found;
}

async function handlingOf(context: WorkContext, caseId: string): Promise<CaseHandling> {
  const nobody = { principalAgentId: null, principalName: null, guideAgentId: null, holderInstitutionId: null };
  return (await context.lock(CaseHandling, { id: caseId })) ?? context.add(CaseHandling, { id: caseId, ...nobody });
}

/** Keeps what approvals must know of cases: project, entrusted items, state, mandates and who handles them; the item plan follows. */
@Controller()
export class CaseFollower {
  @OnFact(caseEvents, 'applied')
  async applied({ data, time }: Fact<typeof caseEvents, 'applied'>, context: WorkContext): Promise<void> {
    const { caseId, number, project, firstInstitutionId, entrusted } = data;
    const copy = context.add(CaseCopy, {
      id: caseId,
      number,
      projectId: project.projectId,
      project,
      projectAsOf: new Date(time),
      firstInstitutionId,
      entrusted,
      state: 'applied',
      noticeNumber: null,
    });
    await makePlan(context, copy);
  }

  @OnFact(projectEvents, 'changed')
  async projectChanged({ data, time }: Fact<typeof projectEvents, 'changed'>, context: WorkContext): Promise<void> {
    const asOf = new Date(time);
    for (const copy of await context.lockAll(CaseCopy, { projectId: data.projectId })) {
      if (copy.projectAsOf >= asOf) continue;
      Object.assign(copy, { project: data.project, projectAsOf: asOf });
      await followProject(context, copy);
    }
  }

  @OnFact(caseEvents, 'activated')
  async activated({ data }: Fact<typeof caseEvents, 'activated'>, context: WorkContext): Promise<void> {
    const copy = await caseOf(context, data.caseId);
    copy.state = 'active';
    copy.entrusted = data.itemCodes;
    await entrustAnew(context, copy, '帮代办协议双方已签署');
  }

  @OnFact(caseEvents, 'entrustmentChanged')
  async entrustmentChanged(
    { data }: Fact<typeof caseEvents, 'entrustmentChanged'>,
    context: WorkContext,
  ): Promise<void> {
    const copy = await caseOf(context, data.caseId);
    copy.entrusted = data.itemCodes;
    await entrustAnew(context, copy, '补充协议调整委托事项');
  }

  @OnFact(caseEvents, 'reviewClosed')
  async reviewClosed({ data }: Fact<typeof caseEvents, 'reviewClosed'>, context: WorkContext): Promise<void> {
    await applyReview(context, await caseOf(context, data.caseId), data.conclusions);
  }

  @OnFact(caseEvents, 'noticeIssued')
  async noticeIssued({ data }: Fact<typeof caseEvents, 'noticeIssued'>, context: WorkContext): Promise<void> {
    const copy = await caseOf(context, data.caseId);
    copy.noticeNumber = data.number;
    await freezePlan(context, data.caseId, data.number);
  }

  /** Nothing more is filed once nothing is open; else the case stays as it is and the owner refuses to close it (R6). */
  @OnFact(caseEvents, 'closureRequested')
  async closureRequested({ data }: Fact<typeof caseEvents, 'closureRequested'>, context: WorkContext): Promise<void> {
    const { caseId, requestId } = data;
    const copy = await caseOf(context, caseId);
    const openItems = await openEntrustedItems(context.em, caseId);
    if (openItems.length === 0) copy.state = 'closing';
    context.publish(itemPlanEvents, 'closureChecked', { caseId, requestId, openItems });
  }

  @OnFact(caseEvents, 'terminated')
  async terminated({ data }: Fact<typeof caseEvents, 'terminated'>, context: WorkContext): Promise<void> {
    const copy = await caseOf(context, data.caseId);
    copy.state = 'terminated';
  }

  @OnFact(caseEvents, 'closed')
  async closed({ data }: Fact<typeof caseEvents, 'closed'>, context: WorkContext): Promise<void> {
    const copy = await caseOf(context, data.caseId);
    copy.state = 'closed';
  }

  @OnFact(caseEvents, 'mandateGranted')
  async mandateGranted({ data }: Fact<typeof caseEvents, 'mandateGranted'>, context: WorkContext): Promise<void> {
    const { mandateId, caseId, holderAgentId, itemCodes, validFrom, validTo } = data;
    context.add(MandateCopy, { id: mandateId, caseId, holderAgentId, itemCodes, validFrom, validTo });
    return Promise.resolve();
  }

  @OnFact(caseEvents, 'mandateEnded')
  async mandateEnded({ data }: Fact<typeof caseEvents, 'mandateEnded'>, context: WorkContext): Promise<void> {
    const mandate = await context.lock(MandateCopy, { id: data.mandateId });
    if (!mandate) throw new Error(`mandate ${data.mandateId} was never granted`);
    mandate.validTo = data.endedOn;
  }

  @OnFact(assignmentEvents, 'assigned')
  async assigned({ data }: Fact<typeof assignmentEvents, 'assigned'>, context: WorkContext): Promise<void> {
    const handling = await handlingOf(context, data.caseId);
    if (data.role === 'guide') handling.guideAgentId = data.agentId;
    if (data.role === 'principal')
      Object.assign(handling, { principalAgentId: data.agentId, principalName: data.agentName });
  }

  @OnFact(assignmentEvents, 'ended')
  async assignmentEnded({ data }: Fact<typeof assignmentEvents, 'ended'>, context: WorkContext): Promise<void> {
    const handling = await handlingOf(context, data.caseId);
    if (data.role === 'guide' && handling.guideAgentId === data.agentId) handling.guideAgentId = null;
    if (data.role === 'principal' && handling.principalAgentId === data.agentId) {
      Object.assign(handling, { principalAgentId: null, principalName: null });
    }
  }

  @OnFact(routingEvents, 'transferReceived')
  async transferReceived(
    { data }: Fact<typeof routingEvents, 'transferReceived'>,
    context: WorkContext,
  ): Promise<void> {
    const handling = await handlingOf(context, data.caseId);
    handling.holderInstitutionId = data.institutionId;
  }
}
