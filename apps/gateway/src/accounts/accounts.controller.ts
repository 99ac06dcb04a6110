import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { createAccount, disableAccount, listAccounts } from '#libs/contracts/gateway.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { AccountsService } from './accounts.service.js';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Handle(createAccount)
  create(input: Input<typeof createAccount>, context: WorkContext) {
    return this.accounts.create(context, input);
  }

  @Handle(disableAccount)
  disable(input: Input<typeof disableAccount>, context: WorkContext) {
    return this.accounts.disable(context, input);
  }

  @Handle(listAccounts)
  list(input: Input<typeof listAccounts>, context: QueryContext) {
    return this.accounts.list(context, input);
  }
}
