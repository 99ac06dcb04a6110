import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { getUnit, listUnits, registerUnit, unitContacts } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { UnitsService } from './units.service.js';

@Controller()
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Handle(registerUnit)
  register(input: Input<typeof registerUnit>, context: WorkContext) {
    return this.units.register(context, input);
  }

  @Handle(getUnit)
  get(input: Input<typeof getUnit>, context: QueryContext) {
    return this.units.get(context, input);
  }

  @Handle(listUnits)
  list(input: Input<typeof listUnits>, context: QueryContext) {
    return this.units.list(context, input);
  }

  @Handle(unitContacts)
  contacts(input: Input<typeof unitContacts>, context: QueryContext) {
    return this.units.contacts(context, input);
  }
}
