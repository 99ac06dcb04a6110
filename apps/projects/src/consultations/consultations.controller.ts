import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { answerConsultation, ask, listConsultations } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ConsultationsService } from './consultations.service.js';

@Controller()
export class ConsultationsController {
  constructor(private readonly consultations: ConsultationsService) {}

  @Handle(ask)
  ask(input: Input<typeof ask>, context: WorkContext) {
    return this.consultations.ask(context, input);
  }

  @Handle(answerConsultation)
  answer(input: Input<typeof answerConsultation>, context: WorkContext) {
    return this.consultations.answer(context, input);
  }

  @Handle(listConsultations)
  list(input: Input<typeof listConsultations>, context: QueryContext) {
    return this.consultations.list(context, input);
  }
}
