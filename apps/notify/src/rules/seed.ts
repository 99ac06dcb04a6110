import type { EntityManager } from 'typeorm';
import { TEMPLATES, seededId } from '../templates/catalogue.js';
import { SmsTemplateRow } from '../templates/sms-template.entity.js';
import { RULES } from './catalogue.js';
import { NotificationRuleRow } from './notification-rule.entity.js';

/** Adds the rules and templates that are missing; what an administrator changed stays as it is. */
export async function seedRules(em: EntityManager): Promise<void> {
  const templates = TEMPLATES.map((wording) => ({ ...wording, id: seededId(`template:${wording.code}`), version: 1 }));
  const rules = RULES.map(({ event, receiver, template, condition }) => ({
    id: seededId(`rule:${receiver}:${template}`),
    version: 1,
    event,
    receiver,
    template,
    condition,
    state: 'on' as const,
  }));
  await em.createQueryBuilder().insert().into(SmsTemplateRow).values(templates).orIgnore().execute();
  await em.createQueryBuilder().insert().into(NotificationRuleRow).values(rules).orIgnore().execute();
}
