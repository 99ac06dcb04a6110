import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { editProject, enterProject, getProject, listProjects } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ProjectsService } from './projects.service.js';

@Controller()
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Handle(enterProject)
  enter(input: Input<typeof enterProject>, context: WorkContext) {
    return this.projects.enter(context, input);
  }

  @Handle(editProject)
  edit(input: Input<typeof editProject>, context: WorkContext) {
    return this.projects.edit(context, input);
  }

  @Handle(getProject)
  get(input: Input<typeof getProject>, context: QueryContext) {
    return this.projects.get(context, input);
  }

  @Handle(listProjects)
  list(input: Input<typeof listProjects>, context: QueryContext) {
    return this.projects.list(context, input);
  }
}
