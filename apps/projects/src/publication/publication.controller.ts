import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { publicProgress, publishProgress } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { PublicationService } from './publication.service.js';

@Controller()
export class PublicationController {
  constructor(private readonly publication: PublicationService) {}

  @Handle(publishProgress)
  publish(input: Input<typeof publishProgress>, context: WorkContext) {
    return this.publication.publish(context, input);
  }

  @Handle(publicProgress)
  read(input: Input<typeof publicProgress>, context: QueryContext) {
    return this.publication.read(context, input);
  }
}
