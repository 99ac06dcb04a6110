import type { NotificationRuleRow } from './notification-rule.entity.js';

export const notificationRuleView = (rule: NotificationRuleRow) => ({
  id: rule.id,
  event: rule.event,
  receiver: rule.receiver,
  template: rule.template,
  condition: rule.condition,
  state: rule.state,
  version: rule.version,
});
