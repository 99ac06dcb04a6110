import { CaseScope } from '#libs/case-scope/case-scope.entity.js';
import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { Initial1795464537556 } from '../migrations/1795464537556-Initial.js';
import { AgentCopy } from './copies/agent-copy.entity.js';
import { CaseCopy } from './copies/case-copy.entity.js';
import { ProjectCopy } from './copies/project-copy.entity.js';
import { BusinessClockCopy } from './messages/business-clock.entity.js';
import { DeliveryRow } from './messages/delivery.entity.js';
import { MessageRow } from './messages/message.entity.js';
import { ReceiptRow } from './messages/receipt.entity.js';
import { NotificationRuleRow } from './rules/notification-rule.entity.js';
import { seedRules } from './rules/seed.js';
import { SmsTemplateRow } from './templates/sms-template.entity.js';

export const serviceData: ServiceData = {
  service: 'notify',
  entities: [
    CaseScope,
    CaseCopy,
    ProjectCopy,
    AgentCopy,
    SmsTemplateRow,
    NotificationRuleRow,
    MessageRow,
    DeliveryRow,
    ReceiptRow,
    BusinessClockCopy,
  ],
  migrations: [...messagingTables('notify'), Initial1795464537556],
  importReference: seedRules,
};
