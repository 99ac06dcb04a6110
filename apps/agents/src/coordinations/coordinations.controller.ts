import { Controller } from '@nestjs/common';
import {
  answerCoordination,
  contactDirectly,
  coordinate,
  listCoordinations,
  listDirectContacts,
  logCoordination,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ContactsService } from './contacts.service.js';
import { CoordinationsService } from './coordinations.service.js';

@Controller()
export class CoordinationsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly coordinations: CoordinationsService,
  ) {}

  @Handle(contactDirectly)
  ask(input: Input<typeof contactDirectly>, context: WorkContext) {
    return this.contacts.ask(context, input);
  }

  @Handle(listDirectContacts)
  asked(input: Input<typeof listDirectContacts>, context: QueryContext) {
    return this.contacts.list(context, input);
  }

  @Handle(coordinate)
  open(input: Input<typeof coordinate>, context: WorkContext) {
    return this.coordinations.open(context, input);
  }

  @Handle(logCoordination)
  log(input: Input<typeof logCoordination>, context: WorkContext) {
    return this.coordinations.log(context, input);
  }

  @Handle(answerCoordination)
  answer(input: Input<typeof answerCoordination>, context: WorkContext) {
    return this.coordinations.answer(context, input);
  }

  @Handle(listCoordinations)
  list(input: Input<typeof listCoordinations>, context: QueryContext) {
    return this.coordinations.list(context, input);
  }
}
