import type { DataSource } from 'typeorm';
import { transact } from '../sessions/transact.js';
import { AccountRow } from './account.entity.js';
import { hashPassword } from './passwords.js';

/** The account everything begins with; made once, when there is no administrator and a password is configured. */
export async function ensureAdministrator(source: DataSource, password: string | undefined): Promise<void> {
  if (password === undefined || (await source.manager.existsBy(AccountRow, { kind: 'administrator' }))) return;
  const passwordHash = await hashPassword(password);
  await transact(source, { operation: 'gateway.first-administrator', correlationId: 'start', ip: null }, (context) => {
    context.add(AccountRow, {
      username: 'admin',
      name: '平台管理员',
      kind: 'administrator',
      agentId: null,
      unitId: null,
      departmentCode: null,
      regionId: null,
      passwordHash,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
      disabledReason: null,
    });
    return Promise.resolve();
  });
}
