import { Module } from '@nestjs/common';
import { CasesModule } from './cases/cases.module.js';
import { DUE_WORK } from './time/due-work.js';
import type { DueWork } from './time/due-work.js';
import { TimeController } from './time/time.controller.js';

/** What comes due: add the provider's class to `inject` and its module to `imports`. */
const dueWork = { provide: DUE_WORK, inject: [], useFactory: (...works: DueWork[]) => works };

@Module({
  imports: [CasesModule],
  controllers: [TimeController],
  providers: [dueWork],
})
export class AppModule {}
