import type { AccountRow } from './account.entity.js';

export const accountView = (account: AccountRow) => ({
  id: account.id,
  username: account.username,
  name: account.name,
  kind: account.kind,
  agentId: account.agentId,
  unitId: account.unitId,
  departmentCode: account.departmentCode,
  regionId: account.regionId,
  disabled: account.disabledAt !== null,
  version: account.version,
});
