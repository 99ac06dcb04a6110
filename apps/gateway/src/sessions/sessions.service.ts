import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { fail } from '#libs/contracts/errors.js';
import type { Fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { AccountRow } from '../accounts/account.entity.js';
import { hashPassword, isPassword, isWeak } from '../accounts/passwords.js';
import { environment } from '../config.js';
import type { Caller } from '../routes/caller.js';
import { SessionRow } from './session.entity.js';
import { ACCESS_SECONDS, REFRESH_SECONDS, accessToken, hashToken, newRefreshToken } from './tokens.js';
import { transact } from './transact.js';

const FAILURES = 5;
const LOCK_MINUTES = 15;
// A wrong user name must take as long as a wrong password.
const DECOY = await hashPassword('no account has this password 0');

interface Credentials {
  username: string;
  password: string;
}

@Injectable()
export class SessionsService {
  constructor(private readonly source: DataSource) {}

  async signIn(credentials: Credentials, caller: Caller) {
    const refreshToken = newRefreshToken();
    const session = await this.begin(credentials, caller, { machine: false, refreshToken });
    return { ...(await this.tokens(session)), refreshToken };
  }

  async clientToken(credentials: Credentials, caller: Caller) {
    const session = await this.begin(credentials, caller, { machine: true, refreshToken: null });
    const { accessToken: access_token } = await this.tokens(session);
    return { access_token, token_type: 'Bearer' as const, expires_in: ACCESS_SECONDS, scope: 'department' };
  }

  /** Each refresh token is good for once; one that was used before ends its session, for thief and victim alike. */
  async refresh(token: string, caller: Caller) {
    const refreshToken = newRefreshToken();
    const occasion = { operation: 'gateway.refresh-session', ...caller };
    const session = await transact(this.source, occasion, async (context) => {
      const usedHash = hashToken(token);
      const stolen = await context.lock(SessionRow, { usedHash, endedAt: IsNull() });
      if (stolen) stolen.endedAt = new Date();
      const current = stolen ? null : await context.lock(SessionRow, { refreshHash: usedHash, endedAt: IsNull() });
      if (!current || current.expiresAt <= new Date()) return null;
      Object.assign(current, { usedHash, refreshHash: hashToken(refreshToken) });
      return current;
    });
    if (!session) throw fail('refresh_token_invalid');
    return { ...(await this.tokens(session)), refreshToken };
  }

  async usernameOf(accountId: string): Promise<string> {
    const { username } = await this.source.manager.findOneByOrFail(AccountRow, { id: accountId });
    return username;
  }

  async signOut(sessionId: string, caller: Caller) {
    const endedAt = new Date();
    await transact(this.source, { operation: 'gateway.sign-out', ...caller }, async (context) => {
      const session = await context.lock(SessionRow, { id: sessionId });
      if (session) session.endedAt ??= endedAt;
    });
    return { endedAt: endedAt.toISOString() };
  }

  async changePassword(sessionId: string, { current, next }: { current: string; next: string }, caller: Caller) {
    await transact(this.source, { operation: 'gateway.change-password', ...caller }, async (context) => {
      const accountId = caller.principal.accountId;
      const account = await context.lock(AccountRow, { id: accountId });
      if (!account || !(await isPassword(account.passwordHash, current))) throw fail('wrong_credentials');
      if (isWeak(next, account.username)) throw fail('weak_password');
      account.passwordHash = await hashPassword(next);
      const others = await context.lockAll(SessionRow, { accountId, id: Not(sessionId), endedAt: IsNull() });
      for (const session of others) session.endedAt = new Date();
    });
    return { changedAt: new Date().toISOString() };
  }

  private async begin(
    credentials: Credentials,
    caller: Caller,
    { machine, refreshToken }: { machine: boolean; refreshToken: string | null },
  ): Promise<SessionRow> {
    const occasion = { operation: machine ? 'gateway.issue-client-token' : 'gateway.sign-in', ...caller };
    // A wrong password is counted, so it is a result and not an exception, which would undo the count.
    const session = await transact(this.source, occasion, async (context) => {
      const account = await this.verify(context, credentials, machine);
      if (!(account instanceof AccountRow)) return account;
      const seconds = machine ? ACCESS_SECONDS : REFRESH_SECONDS;
      return context.add(SessionRow, {
        accountId: account.id,
        refreshHash: refreshToken === null ? null : hashToken(refreshToken),
        usedHash: null,
        startedAt: new Date(),
        expiresAt: new Date(Date.now() + seconds * 1_000),
        endedAt: null,
        ip: caller.ip,
      });
    });
    if (session instanceof Error) throw session;
    return session;
  }

  private async verify(
    context: WorkContext,
    { username, password }: Credentials,
    machine: boolean,
  ): Promise<AccountRow | Fail> {
    const account = await context.lock(AccountRow, { username });
    const right = await isPassword(account?.passwordHash ?? DECOY, password);
    if (!account || account.disabledAt || (account.kind === 'system') !== machine) return fail('wrong_credentials');
    const now = Date.now();
    if (account.lockedUntil && account.lockedUntil.getTime() > now) {
      return fail('account_locked', { minutes: Math.ceil((account.lockedUntil.getTime() - now) / 60_000) });
    }
    account.failures = right ? 0 : account.failures + 1;
    account.lockedUntil = account.failures >= FAILURES ? new Date(now + LOCK_MINUTES * 60_000) : null;
    if (account.failures >= FAILURES) account.failures = 0;
    return right ? account : fail('wrong_credentials');
  }

  private async tokens({ accountId, id }: SessionRow) {
    const token = await accessToken(environment.TOKEN_SECRET, accountId, id);
    return { accessToken: token, tokenType: 'Bearer' as const, expiresIn: ACCESS_SECONDS };
  }
}
