import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { changeNotificationRule } from '#libs/contracts/notify.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { SmsTemplateRow } from '../templates/sms-template.entity.js';
import { NotificationRuleRow } from './notification-rule.entity.js';
import { notificationRuleView } from './notification-rule.view.js';

@Injectable()
export class RulesService {
  async list({ em }: QueryContext) {
    const rules = await em.find(NotificationRuleRow, { order: { event: 'ASC', receiver: 'ASC', id: 'ASC' } });
    return { items: rules.map(notificationRuleView) };
  }

  async change(context: WorkContext, { ruleId, state, template: code }: Input<typeof changeNotificationRule>) {
    const rule = await context.lock(NotificationRuleRow, { id: ruleId });
    if (!rule) throw fail('not_found');
    context.expectVersion(rule);
    if (code !== undefined) await mustBeOf(context, code, rule.event);
    rule.template = code ?? rule.template;
    rule.state = state ?? rule.state;
    await context.flush();
    return notificationRuleView(rule);
  }
}

async function mustBeOf({ em }: WorkContext, code: string, event: string): Promise<void> {
  const template = await em.findOneBy(SmsTemplateRow, { code });
  if (!template) throw fail('not_found');
  if (template.event !== event) throw fail('sms_template_mismatch', { template: code, event });
}
