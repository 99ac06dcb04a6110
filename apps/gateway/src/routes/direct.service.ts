import { Injectable } from '@nestjs/common';
import type { Input, Operation, RawOutput } from '#libs/contracts/define.js';
import {
  advanceTime,
  changePassword,
  getMe,
  getTime,
  issueClientToken,
  refreshSession,
  signIn,
  signOut,
} from '#libs/contracts/gateway.js';
import { GRANTS } from '#libs/identity/permissions.js';
import { may } from '#libs/identity/principal.js';
import type { Permission } from '#libs/contracts/define.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { BusinessTimeService } from '../time/business-time.service.js';
import type { Caller } from './caller.js';

type Direct = (input: never, caller: Caller) => Promise<unknown>;

/** The gateway's operations whose answers must not be stored (tokens) or that need the request itself. */
@Injectable()
export class DirectService {
  private readonly handlers = new Map<string, Direct>();

  constructor(sessions: SessionsService, time: BusinessTimeService) {
    this.on(signIn, (input, caller) => sessions.signIn(input, caller));
    this.on(refreshSession, ({ refreshToken }, caller) => sessions.refresh(refreshToken, caller));
    this.on(signOut, (_, caller) => sessions.signOut(String(caller.sessionId), caller));
    this.on(changePassword, (input, caller) => sessions.changePassword(String(caller.sessionId), input, caller));
    this.on(issueClientToken, ({ client_id: username, client_secret: password }, caller) =>
      sessions.clientToken({ username, password }, caller),
    );
    this.on(getMe, (_, caller) => Promise.resolve(me(caller)));
    this.on(getTime, () => Promise.resolve(time.view()));
    this.on(advanceTime, ({ to }, caller) => time.advance(new Date(to), caller));
  }

  find(contract: Operation): ((input: unknown, caller: Caller) => Promise<unknown>) | undefined {
    return this.handlers.get(contract.name) as ((input: unknown, caller: Caller) => Promise<unknown>) | undefined;
  }

  private on<C extends Operation>(contract: C, handle: (input: Input<C>, caller: Caller) => Promise<RawOutput<C>>): void {
    this.handlers.set(contract.name, handle as Direct);
  }
}

function me({ principal }: Caller): RawOutput<typeof getMe> {
  const permissions = (Object.keys(GRANTS) as Permission[]).filter((permission) => may(principal, permission));
  return { ...principal, username: principal.name, permissions };
}
