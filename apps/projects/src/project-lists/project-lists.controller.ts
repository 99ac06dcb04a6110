import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { getProjectList, listProjectLists, publishList } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ProjectListsService } from './project-lists.service.js';

@Controller()
export class ProjectListsController {
  constructor(private readonly lists: ProjectListsService) {}

  @Handle(publishList)
  publish(input: Input<typeof publishList>, context: WorkContext) {
    return this.lists.publish(context, input);
  }

  @Handle(listProjectLists)
  list(input: Input<typeof listProjectLists>, context: QueryContext) {
    return this.lists.list(context, input);
  }

  @Handle(getProjectList)
  get(input: Input<typeof getProjectList>, context: QueryContext) {
    return this.lists.get(context, input);
  }
}
