import type { Role } from '../principal.js';

export const gatewayGrants = {
  'account:create': ['administrator'],
  'api-client:create': ['administrator'],
  'time:advance': ['administrator'],
  'platform:operate': ['administrator'],
  'view:share': ['manager'],
  'file:upload': ['manager', 'guide', 'helper', 'policy_adviser', 'unit', 'reviewer', 'system', 'administrator'],
} satisfies Record<string, readonly Role[]>;
