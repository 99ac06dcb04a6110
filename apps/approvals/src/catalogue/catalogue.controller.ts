import { Controller } from '@nestjs/common';
import { getItem, listCompetence, listItems } from '#libs/contracts/approvals/catalogue.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { CatalogueService } from './catalogue.service.js';

@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Handle(listItems)
  items(input: Input<typeof listItems>, context: QueryContext) {
    return this.catalogue.items(context, input);
  }

  @Handle(getItem)
  item(input: Input<typeof getItem>, context: QueryContext) {
    return this.catalogue.item(context, input);
  }

  @Handle(listCompetence)
  competence(input: Input<typeof listCompetence>, context: QueryContext) {
    return this.catalogue.competence(context, input);
  }
}
