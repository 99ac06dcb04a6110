import { Module } from '@nestjs/common';
import { BlockersModule } from './blockers/blockers.module.js';
import { CasesModule } from './cases/cases.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ClocksModule } from './clocks/clocks.module.js';
import { ClockWarnings } from './clocks/clocks.due-work.js';
import { FilingsModule } from './filings/filings.module.js';
import { ItemActionsModule } from './item-actions/item-actions.module.js';
import { ItemPlansModule } from './item-plans/item-plans.module.js';
import { MaterialsModule } from './materials/materials.module.js';
import { MilestonesModule } from './milestones/milestones.module.js';
import { PreApprovalsModule } from './pre-approvals/pre-approvals.module.js';
import { RoadmapsModule } from './roadmaps/roadmaps.module.js';
import { DUE_WORK } from './time/due-work.js';
import type { DueWork } from './time/due-work.js';
import { TimeController } from './time/time.controller.js';

/** What comes due: add the provider's class to `inject` and its module to `imports`. */
const dueWork = { provide: DUE_WORK, inject: [ClockWarnings], useFactory: (...works: DueWork[]) => works };

@Module({
  imports: [
    CasesModule,
    CatalogueModule,
    ItemPlansModule,
    RoadmapsModule,
    MilestonesModule,
    FilingsModule,
    MaterialsModule,
    ClocksModule,
    PreApprovalsModule,
    BlockersModule,
    ItemActionsModule,
  ],
  controllers: [TimeController],
  providers: [dueWork],
})
export class AppModule {}
