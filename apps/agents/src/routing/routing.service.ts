import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { getRouting, overrideRouting } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockRunningCase, mustBeFirst, readCase } from '../cases/cases.js';
import { regionNames } from '../reference/names.js';
import { proposeRouting } from './case-routing.js';
import { RoutingOverride } from './routing-override.entity.js';
import { routingView } from './routing.view.js';

@Injectable()
export class RoutingService {
  async get(context: QueryContext, { caseId }: Input<typeof getRouting>) {
    return routingView(context, await readCase(context, caseId));
  }

  /** The first institution's own answer to the main level or the lead county (R33, R42). */
  async override(context: WorkContext, input: Input<typeof overrideRouting>) {
    const { caseId, mainLevel, leadRegionId } = input;
    const found = await lockRunningCase(context, caseId);
    await mustBeFirst(context, found);
    if (mainLevel === null && leadRegionId === null) throw fail('override_empty');
    if (leadRegionId !== null && !found.regionIds.includes(leadRegionId)) {
      const names = await regionNames(context.em, found.regionIds);
      throw fail('lead_region_wrong', { regions: [...names.values()] });
    }
    const before = await context.lock(RoutingOverride, { caseId, validTo: IsNull() });
    if (before) before.validTo = context.now;
    context.add(RoutingOverride, { ...input, validFrom: context.now, validTo: null });
    await context.flush();
    await proposeRouting(context, found);
    return routingView(context, found);
  }
}
