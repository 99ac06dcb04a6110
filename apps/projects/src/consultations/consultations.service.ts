import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { z } from 'zod';
import { mustSeeOwned } from '#libs/case-scope/scope-keeper.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type {
  Consultation as ConsultationContract,
  answerConsultation,
  ask,
  listConsultations,
} from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase } from '../cases/access.js';
import { mustBe } from '../cases/service-case.machine.js';
import { ConsultationAnswer } from './consultation-answer.entity.js';
import { Consultation } from './consultation.entity.js';

const SPOKEN = { at: 'ASC', id: 'ASC' } as const;

@Injectable()
export class ConsultationsService {
  async ask(context: WorkContext, { caseId, question }: Input<typeof ask>) {
    const found = await lockCase(context, caseId);
    mustBe(found.state, ['applied', 'active', 'closing'], '咨询');
    const { principal, now: askedAt } = context;
    const values = { caseId, question, askedBy: principal.name, askedAt, state: 'open' } as const;
    const asked = context.add(Consultation, values);
    context.publish(caseEvents, 'consulted', { caseId, consultationId: asked.id, question });
    return consultationView(asked, []);
  }

  /** Also after the end of the service: a question that was asked in time is answered. */
  async answer(context: WorkContext, { caseId, consultationId, text }: Input<typeof answerConsultation>) {
    await mustSeeOwned(context, caseId);
    const { em, principal, now: at } = context;
    const asked = await context.lock(Consultation, { id: consultationId, caseId });
    if (!asked) throw fail('consultation_not_found');
    const earlier = await em.find(ConsultationAnswer, { where: { consultationId }, order: SPOKEN });
    const by = principal.kind === 'unit' ? 'unit' : 'agent';
    asked.state = by === 'unit' ? 'open' : 'answered';
    const said = context.add(ConsultationAnswer, { consultationId, by, name: principal.name, text, at });
    if (by === 'unit') context.publish(caseEvents, 'consulted', { caseId, consultationId, question: text });
    else context.publish(caseEvents, 'consultationAnswered', { caseId, consultationId, answer: text });
    return consultationView(asked, [...earlier, said]);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listConsultations>) {
    await mustSeeOwned(context, caseId);
    const { em } = context;
    const asked = await em.find(Consultation, { where: { caseId }, order: { askedAt: 'ASC', id: 'ASC' } });
    const consultationId = In(asked.map(({ id }) => id));
    const answers = await em.find(ConsultationAnswer, { where: { consultationId }, order: SPOKEN });
    const byThread = Map.groupBy(answers, (said) => said.consultationId);
    const waitingForAgent = asked.filter(({ state }) => state === 'open').length;
    return {
      items: asked.map((one) => consultationView(one, byThread.get(one.id) ?? [])),
      waitingForAgent,
      waitingForUnit: asked.length - waitingForAgent,
    };
  }
}

const consultationView = (
  asked: Consultation,
  answers: readonly ConsultationAnswer[],
): z.input<typeof ConsultationContract> => ({
  ...asked,
  askedAt: asked.askedAt.toISOString(),
  answers: answers.map((said) => ({ ...said, at: said.at.toISOString() })),
});
