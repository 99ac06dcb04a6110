import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { appointAgent, editAgent, endAgent, recordLeave } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { caseNumbers } from '../cases/cases.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import { institutionInService, mustManage } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { mustBeItems } from '../reference/names.js';
import { remindOfContract } from '../reminders/reminders.js';
import { Agent } from './agent.entity.js';
import { agentView } from './agent.view.js';
import { Leave } from './leave.entity.js';
import { mustSubstitute, tellAppointment } from './staff.js';

@Injectable()
export class StaffService {
  async appoint(context: WorkContext, input: Input<typeof appointAgent>) {
    const institution = await institutionInService(context, input.institutionId);
    await mustManage(context, institution);
    const agent = context.add(Agent, { ...input, validFrom: context.today, validTo: null });
    await this.mustBeSound(context, agent);
    await remindOfContract(context, agent.id, agent.contractEndsOn);
    return this.told(context, agent, institution);
  }

  async edit(context: WorkContext, { id, ...changes }: Input<typeof editAgent>) {
    const { agent, institution } = await this.lock(context, id);
    context.expectVersion(agent);
    const contractEndsOn = agent.contractEndsOn;
    Object.assign(agent, changes);
    await this.mustBeSound(context, agent);
    if (agent.contractEndsOn !== contractEndsOn) await remindOfContract(context, id, agent.contractEndsOn);
    return this.told(context, agent, institution);
  }

  async end(context: WorkContext, { id }: Input<typeof endAgent>) {
    const { agent, institution } = await this.lock(context, id);
    context.expectVersion(agent);
    await this.mustBeFree(context, agent);
    agent.validTo = context.today;
    await remindOfContract(context, id, null);
    return this.told(context, agent, institution);
  }

  async recordLeave(context: WorkContext, input: Input<typeof recordLeave>) {
    const { agentId, from: fromDay, to: toDay, substituteId, reason } = input;
    const { agent } = await this.lock(context, agentId);
    if (toDay < fromDay) throw fail('leave_dates_wrong');
    const overlapping = { agentId, fromDay: LessThanOrEqual(toDay), toDay: MoreThanOrEqual(fromDay) };
    const known = await context.em.findOneBy(Leave, overlapping);
    if (known) throw fail('leave_overlaps', { name: agent.name, from: known.fromDay, to: known.toDay });
    await mustSubstitute(context.em, substituteId, agent);
    context.add(Leave, { agentId, fromDay, toDay, substituteId, reason });
    await context.flush();
    return agentView(context, agent);
  }

  /** The agent in office, for whoever manages the institution; one's own leave is one's own. */
  private async lock(context: WorkContext, id: string): Promise<{ agent: Agent; institution: Institution }> {
    const agent = await context.lock(Agent, { id });
    if (!agent) throw fail('not_found');
    const institution = await context.em.findOneByOrFail(Institution, { id: agent.institutionId });
    if (context.principal.agentId !== id) await mustManage(context, institution);
    if (agent.validTo !== null) throw fail('agent_not_active', { name: agent.name });
    return { agent, institution };
  }

  private async mustBeSound({ em }: WorkContext, agent: Agent): Promise<void> {
    if (agent.classes.length > 1 && agent.classesReason === null) throw fail('classes_need_reason');
    if (agent.source !== 'established_post' && agent.contractEndsOn === null) throw fail('contract_end_needed');
    await mustBeItems(em, agent.itemCodes);
  }

  /** Nobody leaves behind a case or an office (R17, R25, R26). */
  private async mustBeFree({ em }: WorkContext, { id: agentId, name }: Agent): Promise<void> {
    const open = await em.findBy(Assignment, { agentId, validTo: IsNull() });
    const cases = await caseNumbers(em, [...new Set(open.map(({ caseId }) => caseId))]);
    if (cases.length > 0) throw fail('agent_has_open_work', { name, count: cases.length, cases });
    const isLiaison = await em.existsBy(ChiefLiaison, { agentId, validTo: IsNull() });
    const isContact = await em.existsBy(ChiefContact, { agentId, validTo: IsNull() });
    const posts = [...(isLiaison ? ['首席联络员'] : []), ...(isContact ? ['首席帮代办联系人'] : [])];
    if (posts.length > 0) throw fail('agent_in_office', { name, posts });
  }

  private async told(context: WorkContext, agent: Agent, institution: Institution) {
    tellAppointment(context, agent, institution);
    await context.flush();
    return agentView(context, agent);
  }
}
