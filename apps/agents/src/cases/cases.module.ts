import { Module } from '@nestjs/common';
import { ScopeKeeper } from '#libs/case-scope/scope-keeper.js';
import { CaseFollower } from './case-follower.controller.js';

@Module({ controllers: [ScopeKeeper, CaseFollower] })
export class CasesModule {}
