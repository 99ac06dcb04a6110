import { Module } from '@nestjs/common';
import { ScopeKeeper } from '#libs/case-scope/scope-keeper.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { ClosureService } from './closure.service.js';

@Module({ controllers: [ScopeKeeper, CasesController], providers: [CasesService, ClosureService] })
export class CasesModule {}
