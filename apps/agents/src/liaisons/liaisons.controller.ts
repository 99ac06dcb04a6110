import { Controller } from '@nestjs/common';
import {
  appointChiefLiaison,
  endChiefLiaison,
  liaisonCompliance,
  listChiefLiaisons,
  replaceChiefLiaison,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { ComplianceService } from './compliance.service.js';
import { LiaisonsService } from './liaisons.service.js';

@Controller()
export class LiaisonsController {
  constructor(
    private readonly liaisons: LiaisonsService,
    private readonly compliance: ComplianceService,
  ) {}

  @Handle(appointChiefLiaison)
  appoint(input: Input<typeof appointChiefLiaison>, context: WorkContext) {
    return this.liaisons.appoint(context, input);
  }

  @Handle(replaceChiefLiaison)
  replace(input: Input<typeof replaceChiefLiaison>, context: WorkContext) {
    return this.liaisons.replace(context, input);
  }

  @Handle(endChiefLiaison)
  end(input: Input<typeof endChiefLiaison>, context: WorkContext) {
    return this.liaisons.end(context, input);
  }

  @Handle(listChiefLiaisons)
  list(input: Input<typeof listChiefLiaisons>, context: QueryContext) {
    return this.compliance.list(context, input);
  }

  @Handle(liaisonCompliance)
  judge(_: Input<typeof liaisonCompliance>, context: QueryContext) {
    return this.compliance.compliance(context);
  }
}
