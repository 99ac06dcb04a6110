import type { Role } from '../principal.js';

export const notifyGrants = {
  'message:read': ['manager', 'guide', 'helper', 'policy_adviser', 'inspector', 'unit', 'administrator'],
  'message:resend': ['manager', 'administrator'],
  'sms-template:read': ['manager', 'inspector', 'administrator'],
  'sms-template:change': ['administrator'],
  'notification-rule:read': ['manager', 'inspector', 'administrator'],
  'notification-rule:change': ['administrator'],
} satisfies Record<string, readonly Role[]>;
