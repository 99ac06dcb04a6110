import { Module } from '@nestjs/common';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { CasesModule } from './cases/cases.module.js';
import { ChiefContactsModule } from './chief-contacts/chief-contacts.module.js';
import { CoordinationsModule } from './coordinations/coordinations.module.js';
import { HandOversModule } from './hand-overs/hand-overs.module.js';
import { HoldingsModule } from './holdings/holdings.module.js';
import { InstitutionsModule } from './institutions/institutions.module.js';
import { LiaisonsModule } from './liaisons/liaisons.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ResponsibilityListsModule } from './responsibility-lists/responsibility-lists.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { StaffModule } from './staff/staff.module.js';
import { TransfersModule } from './transfers/transfers.module.js';

@Module({
  imports: [
    InstitutionsModule,
    StaffModule,
    ResponsibilityListsModule,
    LiaisonsModule,
    ChiefContactsModule,
    CasesModule,
    RoutingModule,
    TransfersModule,
    CoordinationsModule,
    AssignmentsModule,
    HandOversModule,
    HoldingsModule,
    RemindersModule,
  ],
})
export class AppModule {}
