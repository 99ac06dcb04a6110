import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { search } from '#libs/contracts/projects.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly service: SearchService) {}

  @Handle(search)
  search(input: Input<typeof search>, context: QueryContext) {
    return this.service.search(context, input);
  }
}
