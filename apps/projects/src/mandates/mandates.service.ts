import { Injectable } from '@nestjs/common';
import { widenScope } from '#libs/case-scope/scope-keeper.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { endMandate, grantMandate, listMandates } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase, readCase } from '../cases/access.js';
import { mustBe } from '../cases/service-case.machine.js';
import { Agent } from '../directory/agent.entity.js';
import { Mandate, inForceOn } from './mandate.entity.js';

@Injectable()
export class MandatesService {
  async grant(context: WorkContext, { caseId, holderAgentId, items, ...span }: Input<typeof grantMandate>) {
    const found = await lockCase(context, caseId);
    mustBe(found.state, ['applied', 'active'], '签署授权委托书');
    const { validFrom, validTo, fileId = null } = span;
    if (validTo < validFrom || validTo < context.today) throw fail('mandate_span');
    const holderName = await this.holder(context, holderAgentId);
    const itemCodes = items === 'all' ? null : items;
    const given = { caseId, holderAgentId, itemCodes, validFrom, validTo };
    const mandate = context.add(Mandate, { ...given, holderName, fileId, endedOn: null });
    await widenScope(context, caseId, { agentIds: [holderAgentId] });
    context.publish(caseEvents, 'mandateGranted', { ...given, mandateId: mandate.id });
    return mandateView(mandate, context.today);
  }

  async end(context: WorkContext, { caseId, mandateId }: Input<typeof endMandate>) {
    await lockCase(context, caseId);
    const mandate = await context.lock(Mandate, { id: mandateId, caseId });
    if (!mandate) throw fail('not_found');
    if (mandate.endedOn) throw fail('mandate_ended', { on: mandate.endedOn });
    mandate.endedOn = context.today;
    context.publish(caseEvents, 'mandateEnded', { caseId, mandateId, endedOn: context.today });
    await context.flush();
    return mandateView(mandate, context.today);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listMandates>) {
    await readCase(context, caseId);
    const mandates = await context.em.find(Mandate, { where: { caseId }, order: { validFrom: 'ASC', id: 'ASC' } });
    return { items: mandates.map((mandate) => mandateView(mandate, context.today)) };
  }

  /** An agent in office; an inspector never handles a case (R16). */
  private async holder({ em }: WorkContext, id: string): Promise<string> {
    const agent = await em.findOneBy(Agent, { id });
    if (!agent) throw fail('not_yet_known');
    const acts = agent.classes.some((name) => name !== 'inspector');
    if (!agent.active || !acts) throw fail('mandate_holder_unfit', { name: agent.name });
    return agent.name;
  }
}

const mandateView = (mandate: Mandate, today: string) => ({ ...mandate, inForce: inForceOn(mandate, today) });
