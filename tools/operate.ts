import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { CommandFactory } from 'nest-commander';
import { Refused } from '#libs/client/client.js';
import { DeadRecords, DiscardDead, ListDead, RedriveDead, ShowDead } from './operate/dead.command.js';
import { Facts, RepublishFacts } from './operate/facts.command.js';
import { ListProjections, Projections, RebuildProjection } from './operate/projection.command.js';
import { Session } from './operate/session.js';
import { describe } from './platform/sentence.js';

// npm run operate -- dead list --service approvals: what an operator does when something stands still; see docs/operations.md.

@Module({
  providers: [
    Session,
    ...[DeadRecords, ListDead, ShowDead, RedriveDead, DiscardDead],
    ...[Facts, RepublishFacts],
    ...[Projections, ListProjections, RebuildProjection],
  ],
})
class OperateModule {}

function refuse(error: unknown): never {
  console.error(error instanceof Refused ? `${error.sentence}(${error.code})` : describe(error));
  process.exit(1);
}

await CommandFactory.run(OperateModule, {
  logger: ['error', 'fatal'],
  cliName: 'operate',
  serviceErrorHandler: refuse,
});
