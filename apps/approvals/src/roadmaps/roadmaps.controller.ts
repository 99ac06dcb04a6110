import { Controller } from '@nestjs/common';
import {
  compareRoadmaps,
  drawRoadmap,
  freezeRoadmap,
  getLandToStart,
  getRoadmap,
  getRoadmapVersion,
  listRoadmapVersions,
  moveRoadmapDate,
  tryRoadmapMove,
} from '#libs/contracts/approvals/roadmaps.js';
import { getWorkCalendar } from '#libs/contracts/approvals/work-calendar.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { workCalendarBetween } from './planning-calendar.js';
import { RoadmapQueriesService } from './roadmap-queries.service.js';
import { RoadmapsService } from './roadmaps.service.js';

@Controller()
export class RoadmapsController {
  constructor(
    private readonly roadmaps: RoadmapsService,
    private readonly queries: RoadmapQueriesService,
  ) {}

  @Handle(drawRoadmap)
  draw(input: Input<typeof drawRoadmap>, context: WorkContext) {
    return this.roadmaps.draw(context, input);
  }

  @Handle(freezeRoadmap)
  freeze(input: Input<typeof freezeRoadmap>, context: WorkContext) {
    return this.roadmaps.freeze(context, input);
  }

  @Handle(moveRoadmapDate)
  move(input: Input<typeof moveRoadmapDate>, context: WorkContext) {
    return this.roadmaps.move(context, input);
  }

  @Handle(tryRoadmapMove)
  tryMove(input: Input<typeof tryRoadmapMove>, context: QueryContext) {
    return this.queries.tryMove(context, input);
  }

  @Handle(getRoadmap)
  get(input: Input<typeof getRoadmap>, context: QueryContext) {
    return this.queries.get(context, input);
  }

  @Handle(listRoadmapVersions)
  versions({ caseId }: Input<typeof listRoadmapVersions>, context: QueryContext) {
    return this.queries.versions(context, caseId);
  }

  @Handle(getRoadmapVersion)
  version(input: Input<typeof getRoadmapVersion>, context: QueryContext) {
    return this.queries.version(context, input);
  }

  @Handle(compareRoadmaps)
  compare(input: Input<typeof compareRoadmaps>, context: QueryContext) {
    return this.queries.compare(context, input);
  }

  @Handle(getLandToStart)
  landToStart({ caseId }: Input<typeof getLandToStart>, context: QueryContext) {
    return this.queries.landToStart(context, caseId);
  }

  @Handle(getWorkCalendar)
  workCalendar(input: Input<typeof getWorkCalendar>, context: QueryContext) {
    return workCalendarBetween(context.em, input);
  }
}
