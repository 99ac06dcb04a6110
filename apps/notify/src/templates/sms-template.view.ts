import type { SmsTemplateRow } from './sms-template.entity.js';
import { VARIABLES } from './variables.js';
import type { VariableName } from './variables.js';

export const smsTemplateView = (template: SmsTemplateRow, variables: readonly VariableName[]) => ({
  id: template.id,
  code: template.code,
  event: template.event,
  text: template.text,
  variables: variables.map((name) => ({ name, ...VARIABLES[name] })),
  providerTemplateId: template.providerTemplateId,
  urgent: template.urgent,
  version: template.version,
});
