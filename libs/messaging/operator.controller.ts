import { Controller } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import type { Input, Service } from '#libs/contracts/define.js';
import { operatorContracts } from '#libs/contracts/operator.js';
import type { QueryContext, WorkContext } from './context.js';
import { Handle } from './handlers.js';
import { OperatorService } from './operator.service.js';

type Contracts = ReturnType<typeof operatorContracts>;
type Asked<C extends keyof Contracts> = Input<Contracts[C]>;

/** The same controller for every service, bound to its own contracts. */
export function operatorController(service: Service): Type {
  const contracts = operatorContracts(service);

  @Controller()
  class OperatorController {
    constructor(private readonly operator: OperatorService) {}

    @Handle(contracts.listDeadRecords)
    list(input: Asked<'listDeadRecords'>, context: QueryContext) {
      return this.operator.list(context, input);
    }

    @Handle(contracts.showDeadRecord)
    show({ id }: Asked<'showDeadRecord'>, context: QueryContext) {
      return this.operator.show(context, id);
    }

    @Handle(contracts.redriveDeadRecord)
    redrive({ id }: Asked<'redriveDeadRecord'>, context: WorkContext) {
      return this.operator.redrive(context, id);
    }

    @Handle(contracts.discardDeadRecord)
    discard({ id, reason }: Asked<'discardDeadRecord'>, context: WorkContext) {
      return this.operator.discard(context, id, reason);
    }

    @Handle(contracts.republishFacts)
    republish(input: Asked<'republishFacts'>, context: WorkContext) {
      return this.operator.republish(context, input);
    }

    @Handle(contracts.listProjections)
    projections(_: Asked<'listProjections'>, context: QueryContext) {
      return this.operator.projections(context);
    }

    @Handle(contracts.rebuildProjection)
    rebuild({ name }: Asked<'rebuildProjection'>, context: WorkContext) {
      return this.operator.rebuild(context, name);
    }
  }
  return OperatorController;
}
