import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { advanceAgentsTime } from '#libs/contracts/time.js';
import type { Input } from '#libs/contracts/define.js';
import { assignmentEvents, routingEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { rollCalendar } from '#libs/reference/tables/rolling-calendar.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { release } from '../assignments/terms.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { holderOf, isKnown } from '../cases/cases.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import { endTerm as endContact } from '../chief-contacts/terms.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import { endTerm as endLiaison } from '../liaisons/terms.js';
import { Agent } from '../staff/agent.entity.js';
import { tellAppointment } from '../staff/staff.js';
import { Transfer } from '../transfers/transfer.entity.js';
import { Reminder } from './reminder.entity.js';

const CONTRACT_OVER = '合同或选派期满';

/** Rings what has come due, each as of its own moment. */
@Injectable()
export class RingingService {
  /** What rings may set another reminder that is due by then, too: rounds until there is none. */
  async advance(context: WorkContext, { to }: Input<typeof advanceAgentsTime>): Promise<{ fired: number }> {
    await rollCalendar(context.em, context.today);
    for (let fired = 0; ;) {
      const due = await context.lockAll(Reminder, { settledAt: IsNull(), dueAt: LessThanOrEqual(new Date(to)) });
      if (due.length === 0) return { fired };
      due.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
      for (const reminder of due) await context.asOf(reminder.dueAt, () => this.ring(context, reminder));
      fired += due.length;
      await context.flush();
    }
  }

  private async ring(context: WorkContext, reminder: Reminder): Promise<void> {
    // Settled by one that rang before it: a principal found, or an agent's last day.
    if (reminder.settledAt !== null) return;
    reminder.settledAt = context.now;
    switch (reminder.kind) {
      case 'transfer_not_received':
        return this.remindReceiver(context, reminder.subjectId);
      case 'principal_missing':
        return this.alarm(context, reminder);
      case 'contract_over':
        return this.endAppointment(context, reminder.subjectId);
    }
  }

  /** R39. */
  private async remindReceiver(context: WorkContext, id: string): Promise<void> {
    const { caseId, toInstitutionId, liaisonAgentId } = await context.em.findOneByOrFail(Transfer, { id });
    const found = await context.em.findOneByOrFail(CaseCopy, { id: caseId });
    if (found.endedAt !== null) return;
    const fact = { caseId, transferId: id, toInstitutionId, liaisonAgentId };
    context.publish(routingEvents, 'transferReminded', fact);
  }

  /** R64. */
  private async alarm(context: WorkContext, { subjectId: caseId, since }: Reminder): Promise<void> {
    const found = await context.em.findOneBy(CaseCopy, { id: caseId });
    if (!isKnown(found)) throw new Error(`a reminder of case ${caseId}, of which nothing is known`);
    const { id: institutionId } = await holderOf(context.em, found);
    const fact = { caseId, institutionId, since: since.toISOString() };
    context.publish(assignmentEvents, 'principalMissing', fact);
  }

  /** R17: the appointment ends, and with it every office and assignment; each case is alarmed about. */
  private async endAppointment(context: WorkContext, agentId: string): Promise<void> {
    const agent = await context.lock(Agent, { id: agentId });
    if (!agent) throw new Error(`a reminder of agent ${agentId}, who is not known`);
    agent.validTo = context.today;
    const open = { agentId, validTo: IsNull() };
    for (const liaison of await context.lockAll(ChiefLiaison, open)) endLiaison(context, liaison, CONTRACT_OVER);
    for (const contact of await context.lockAll(ChiefContact, open)) endContact(context, contact);
    for (const assignment of await context.lockAll(Assignment, open)) await release(context, assignment, CONTRACT_OVER);
    tellAppointment(context, agent, await context.em.findOneByOrFail(Institution, { id: agent.institutionId }));
  }
}
