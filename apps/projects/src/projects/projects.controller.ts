import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { editProject, enterProject, getProject, listEligibility, listProjects } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { EligibilityService } from './eligibility.service.js';
import { ProjectsService } from './projects.service.js';

@Controller()
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly eligibility: EligibilityService,
  ) {}

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

  @Handle(listEligibility)
  eligible(_: Input<typeof listEligibility>, context: QueryContext) {
    return this.eligibility.list(context);
  }
}
