import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { createAccount, createApiClient, disableAccount, listAccounts } from '#libs/contracts/gateway.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import type { NewRow } from '#libs/persistence/row.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Member, Unit } from '../directory/member.entity.js';
import { SessionRow } from '../sessions/session.entity.js';
import { AccountRow } from './account.entity.js';
import { accountView } from './account.view.js';
import { hashPassword, isWeak } from './passwords.js';

type Subject = Input<typeof createAccount>['subject'];
type Bound = Pick<AccountRow, 'kind' | 'name' | 'agentId' | 'unitId' | 'departmentCode' | 'regionId'>;

const NOBODY = { agentId: null, unitId: null, departmentCode: null, regionId: null };

@Injectable()
export class AccountsService {
  async create(context: WorkContext, { username, password, subject }: Input<typeof createAccount>) {
    if (isWeak(password, username)) throw fail('weak_password');
    const bound = await this.bind(context, subject);
    return accountView(await this.add(context, { ...bound, username }, password));
  }

  async createClient(context: WorkContext, input: Input<typeof createApiClient>) {
    const { clientId, name, departmentCode, regionId } = input;
    await this.department(context, departmentCode);
    const clientSecret = randomBytes(24).toString('base64url');
    const bound: Bound = { ...NOBODY, kind: 'system', name, departmentCode, regionId };
    const account = await this.add(context, { ...bound, username: clientId }, clientSecret);
    return { account: accountView(account), clientSecret };
  }

  async disable(context: WorkContext, { accountId, reason }: Input<typeof disableAccount>) {
    // All administrators are locked, so that two cannot disable each other at the same moment.
    const administrators = await context.lockAll(AccountRow, { kind: 'administrator', disabledAt: IsNull() });
    const account = await context.lock(AccountRow, { id: accountId });
    if (!account) throw fail('not_found');
    if (administrators.length === 1 && administrators[0] === account) throw fail('last_administrator');
    account.disabledAt ??= new Date();
    account.disabledReason ??= reason;
    for (const session of await context.lockAll(SessionRow, { accountId, endedAt: IsNull() }))
      session.endedAt = new Date();
    return accountView(account);
  }

  async list({ em }: QueryContext, { page, pageSize, q }: Input<typeof listAccounts>) {
    const query = em
      .createQueryBuilder(AccountRow, 'account')
      .orderBy('account.username')
      .skip((page - 1) * pageSize)
      .take(pageSize);
    if (q)
      query.where('account.username LIKE :like OR account.name LIKE :like', {
        like: `%${q.replace(/[\\%_]/g, '\\$&')}%`,
      });
    const [accounts, total] = await query.getManyAndCount();
    return { items: accounts.map(accountView), total, page, pageSize };
  }

  private async add(context: WorkContext, given: Bound & { username: string }, password: string): Promise<AccountRow> {
    context.onConflict('uq_account_username', fail('username_taken', { username: given.username }));
    const row: NewRow<AccountRow> = {
      ...given,
      passwordHash: await hashPassword(password),
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
      disabledReason: null,
    };
    const account = context.add(AccountRow, row);
    await context.flush();
    return account;
  }

  /** The copies may lag behind a fact that is on its way: the caller is asked to try again. */
  private async bind({ em }: WorkContext, subject: Subject): Promise<Bound> {
    switch (subject.kind) {
      case 'agent': {
        const member = await em.findOneBy(Member, { id: subject.agentId });
        if (!member) throw fail('not_yet_known');
        return { ...NOBODY, kind: 'agent', name: member.name, agentId: member.id };
      }
      case 'unit': {
        const unit = await em.findOneBy(Unit, { id: subject.unitId });
        if (!unit) throw fail('not_yet_known');
        return { ...NOBODY, kind: 'unit', name: unit.name, unitId: unit.id };
      }
      case 'department':
        return await this.reviewer(em, subject.departmentCode, subject.name);
      case 'administrator':
        return { ...NOBODY, kind: 'administrator', name: subject.name };
    }
  }

  private async reviewer(em: WorkContext['em'], departmentCode: string, name: string): Promise<Bound> {
    const department = await this.department({ em }, departmentCode);
    return {
      ...NOBODY,
      kind: 'department',
      name: `${department.name} ${name}`,
      departmentCode,
      regionId: department.regionId,
    };
  }

  private async department({ em }: Pick<WorkContext, 'em'>, code: string): Promise<Department> {
    const department = await em.findOneBy(Department, { code });
    if (!department) throw fail('unknown_subject');
    return department;
  }
}
