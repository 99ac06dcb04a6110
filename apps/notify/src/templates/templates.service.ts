import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { changeSmsTemplate } from '#libs/contracts/notify.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { eventOf } from '../rules/events.js';
import { SmsTemplateRow } from './sms-template.entity.js';
import { smsTemplateView } from './sms-template.view.js';
import { placeholdersOf, unfitness } from './text.js';
import type { VariableName } from './variables.js';

@Injectable()
export class TemplatesService {
  async list({ em }: QueryContext) {
    const templates = await em.find(SmsTemplateRow, { order: { providerTemplateId: 'ASC', code: 'ASC' } });
    return { items: templates.map((template) => smsTemplateView(template, offered(template))) };
  }

  async change(context: WorkContext, { templateId, ...changes }: Input<typeof changeSmsTemplate>) {
    const template = await context.lock(SmsTemplateRow, { id: templateId });
    if (!template) throw fail('not_found');
    context.expectVersion(template);
    if (changes.text !== undefined) mustFit(changes.text, offered(template));
    template.text = changes.text ?? template.text;
    template.providerTemplateId = changes.providerTemplateId ?? template.providerTemplateId;
    template.urgent = changes.urgent ?? template.urgent;
    await context.flush();
    return smsTemplateView(template, offered(template));
  }
}

function offered({ event }: SmsTemplateRow): readonly VariableName[] {
  const known = eventOf(event);
  if (!known) throw new Error(`no messages are sent about ${event}`);
  return known.variables;
}

function mustFit(text: string, allowed: readonly VariableName[]): void {
  const names = placeholdersOf(text).filter((name) => !allowed.some((known) => known === name));
  if (names.length > 0) throw fail('sms_variable_undeclared', { names, allowed: [...allowed] });
  const reasons = unfitness(text);
  if (reasons.length > 0) throw fail('sms_text_unfit', { reasons });
}
