import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { managersOf } from '../copies/managers.js';
import { eventOf } from '../rules/events.js';
import type { AnnouncedEvent } from '../rules/events.js';
import { NotificationRuleRow } from '../rules/notification-rule.entity.js';
import { SmsTemplateRow } from '../templates/sms-template.entity.js';
import { MessageRow } from './message.entity.js';
import type { Addressee } from './message.entity.js';
import { ATTEMPTS } from './messages.service.js';

type Reading = ReturnType<AnnouncedEvent['read']>;

/** Turns a fact into the messages its rules ask for, each once for its event, receiver and template. */
@Injectable()
export class AnnouncementsService {
  async announce(fact: Fact, context: WorkContext): Promise<void> {
    const event = eventOf(fact.type);
    if (!event) return;
    const reading = event.read(fact.data);
    const rules = await context.em.find(NotificationRuleRow, {
      where: { event: fact.type, state: 'on' },
      order: { id: 'ASC' },
    });
    for (const rule of rules.filter(({ condition }) => meets(fact.data, condition))) {
      const template = await context.em.findOneByOrFail(SmsTemplateRow, { code: rule.template });
      for (const addressee of await this.addressees(context, rule, reading)) {
        await this.queue(context, fact, { rule, template, addressee, variables: reading.values });
      }
    }
  }

  private async addressees(
    { em }: WorkContext,
    { receiver, event }: NotificationRuleRow,
    reading: Reading,
  ): Promise<Addressee[]> {
    if (receiver === 'unit' || receiver === 'principal') return [receiver];
    const agent = receiver === 'manager' ? undefined : reading.agents?.[receiver];
    if (agent) return [`agent:${agent}`];
    if (receiver !== 'manager' || !reading.institutionId) throw new Error(`${event} names no ${receiver}`);
    const managers = await managersOf(em, reading.institutionId);
    return managers.length > 0 ? managers.map((id): Addressee => `agent:${id}`) : [`managers:${reading.institutionId}`];
  }

  private async queue(context: WorkContext, fact: Fact, given: Queued): Promise<void> {
    const { rule, template, addressee, variables } = given;
    const once = { eventId: fact.id, addressee, template: template.code };
    if (await context.em.existsBy(MessageRow, once)) return;
    context.add(MessageRow, {
      ...once,
      ...UNSENT,
      event: fact.type,
      caseId: String(fact.data['caseId']),
      receiver: rule.receiver,
      variables,
      urgent: template.urgent,
      queuedAt: context.now,
    });
  }
}

interface Queued {
  rule: NotificationRuleRow;
  template: SmsTemplateRow;
  addressee: Addressee;
  variables: Record<string, string>;
}

const UNSENT = {
  state: 'queued',
  reason: null,
  receiverName: null,
  maskedMobile: null,
  text: null,
  attempts: 0,
  attemptsLeft: ATTEMPTS,
  heldUntil: null,
  tryAt: null,
  submittedAt: null,
  settledAt: null,
} as const;

/** Whether the fact has one of the wanted values in every field that the condition names. */
const meets = (data: Fact['data'], condition: NotificationRuleRow['condition']): boolean =>
  Object.entries(condition).every(([field, values]) => values.some((value) => value === data[field]));
