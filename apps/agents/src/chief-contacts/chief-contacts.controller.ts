import { Controller } from '@nestjs/common';
import {
  appointChiefContact,
  endChiefContact,
  listChiefContacts,
  nameSubstitute,
  replaceChiefContact,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ChiefContactsService } from './chief-contacts.service.js';

@Controller()
export class ChiefContactsController {
  constructor(private readonly service: ChiefContactsService) {}

  @Handle(appointChiefContact)
  appoint(input: Input<typeof appointChiefContact>, context: WorkContext) {
    return this.service.appoint(context, input);
  }

  @Handle(replaceChiefContact)
  replace(input: Input<typeof replaceChiefContact>, context: WorkContext) {
    return this.service.replace(context, input);
  }

  @Handle(nameSubstitute)
  nameSubstitute(input: Input<typeof nameSubstitute>, context: WorkContext) {
    return this.service.nameSubstitute(context, input);
  }

  @Handle(endChiefContact)
  end(input: Input<typeof endChiefContact>, context: WorkContext) {
    return this.service.end(context, input);
  }

  @Handle(listChiefContacts)
  list(input: Input<typeof listChiefContacts>, context: QueryContext) {
    return this.service.list(context, input);
  }
}
