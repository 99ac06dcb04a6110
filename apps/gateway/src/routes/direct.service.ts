import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Input, Operation, RawOutput } from '#libs/contracts/define.js';
import {
  advanceTime,
  changePassword,
  createApiClient,
  discardDraft,
  getDraft,
  getMe,
  getTime,
  issueClientToken,
  listDrafts,
  refreshSession,
  saveDraft,
  signIn,
  signOut,
} from '#libs/contracts/gateway.js';
import { GRANTS } from '#libs/identity/permissions.js';
import { may } from '#libs/identity/principal.js';
import type { Permission } from '#libs/contracts/define.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { transact } from '../sessions/transact.js';
import { BusinessTimeService } from '../time/business-time.service.js';
import type { Caller } from './caller.js';

type Direct = (input: never, caller: Caller) => Promise<unknown>;

/** The gateway's operations whose answers must not be stored (tokens, secrets, what somebody has typed) or that need the request itself. */
@Injectable()
export class DirectService {
  private readonly handlers = new Map<string, Direct>();

  constructor(
    sessions: SessionsService,
    time: BusinessTimeService,
    accounts: AccountsService,
    drafts: DraftsService,
    source: DataSource,
  ) {
    this.keepDrafts(drafts);
    this.on(signIn, (input, caller) => sessions.signIn(input, caller));
    this.on(refreshSession, ({ refreshToken }, caller) => sessions.refresh(refreshToken, caller));
    this.on(signOut, (_, caller) => sessions.signOut(String(caller.sessionId), caller));
    this.on(changePassword, (input, caller) => sessions.changePassword(String(caller.sessionId), input, caller));
    this.on(issueClientToken, ({ client_id: username, client_secret: password }, caller) =>
      sessions.clientToken({ username, password }, caller),
    );
    this.on(createApiClient, (input, caller) =>
      transact(source, { operation: createApiClient.name, ...caller }, (context) =>
        accounts.createClient(context, input),
      ),
    );
    this.on(getMe, async (_, caller) => me(caller, await sessions.usernameOf(caller.principal.accountId)));
    this.on(getTime, () => Promise.resolve(time.view()));
    this.on(advanceTime, ({ to }, caller) => time.advance(new Date(to), caller));
  }

  find(contract: Operation): ((input: unknown, caller: Caller) => Promise<unknown>) | undefined {
    return this.handlers.get(contract.name) as ((input: unknown, caller: Caller) => Promise<unknown>) | undefined;
  }

  private keepDrafts(drafts: DraftsService): void {
    this.on(saveDraft, (input, { principal }) => drafts.save(principal.accountId, input));
    this.on(getDraft, ({ key }, { principal }) => drafts.get(principal.accountId, key));
    this.on(listDrafts, (_, { principal }) => drafts.list(principal.accountId));
    this.on(discardDraft, ({ key }, { principal }) => drafts.discard(principal.accountId, key));
  }

  private on<C extends Operation>(
    contract: C,
    handle: (input: Input<C>, caller: Caller) => Promise<RawOutput<C>>,
  ): void {
    this.handlers.set(contract.name, handle as Direct);
  }
}

function me({ principal }: Caller, username: string): RawOutput<typeof getMe> {
  const permissions = (Object.keys(GRANTS) as Permission[]).filter((permission) => may(principal, permission));
  return { ...principal, username, permissions };
}
