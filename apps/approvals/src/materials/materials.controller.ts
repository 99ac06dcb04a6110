import { Controller } from '@nestjs/common';
import { answerSituation, getChecklist } from '#libs/contracts/approvals/materials.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ChecklistsService } from './checklists.service.js';

@Controller()
export class MaterialsController {
  constructor(private readonly checklists: ChecklistsService) {}

  @Handle(getChecklist)
  checklist(input: Input<typeof getChecklist>, context: QueryContext) {
    return this.checklists.get(context, input);
  }

  @Handle(answerSituation)
  answer(input: Input<typeof answerSituation>, context: WorkContext) {
    return this.checklists.answer(context, input);
  }
}
