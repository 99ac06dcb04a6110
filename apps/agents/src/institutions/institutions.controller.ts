import { Controller } from '@nestjs/common';
import {
  editInstitution,
  endInstitution,
  establishInstitution,
  getInstitution,
  listInstitutions,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { InstitutionsService } from './institutions.service.js';

@Controller()
export class InstitutionsController {
  constructor(private readonly service: InstitutionsService) {}

  @Handle(establishInstitution)
  establish(input: Input<typeof establishInstitution>, context: WorkContext) {
    return this.service.establish(context, input);
  }

  @Handle(editInstitution)
  edit(input: Input<typeof editInstitution>, context: WorkContext) {
    return this.service.edit(context, input);
  }

  @Handle(endInstitution)
  end(input: Input<typeof endInstitution>, context: WorkContext) {
    return this.service.end(context, input);
  }

  @Handle(listInstitutions)
  list(input: Input<typeof listInstitutions>, context: QueryContext) {
    return this.service.list(context, input);
  }

  @Handle(getInstitution)
  get(input: Input<typeof getInstitution>, context: QueryContext) {
    return this.service.get(context, input);
  }
}
