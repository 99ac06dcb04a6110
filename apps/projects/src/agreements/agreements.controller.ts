import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { draftAgreement, fileSignedAgreement, listAgreements, signAgreement } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { AgreementsService } from './agreements.service.js';

@Controller()
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Handle(draftAgreement)
  draft(input: Input<typeof draftAgreement>, context: WorkContext) {
    return this.agreements.draft(context, input);
  }

  @Handle(signAgreement)
  sign(input: Input<typeof signAgreement>, context: WorkContext) {
    return this.agreements.sign(context, input);
  }

  @Handle(fileSignedAgreement)
  fileScan(input: Input<typeof fileSignedAgreement>, context: WorkContext) {
    return this.agreements.fileScan(context, input);
  }

  @Handle(listAgreements)
  list(input: Input<typeof listAgreements>, context: QueryContext) {
    return this.agreements.list(context, input);
  }
}
