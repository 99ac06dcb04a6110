import { Module } from '@nestjs/common';
import { ScopeKeeper } from '#libs/case-scope/scope-keeper.js';
import { CopiesController } from './copies.controller.js';

@Module({ controllers: [ScopeKeeper, CopiesController] })
export class CopiesModule {}
