import { Module } from '@nestjs/common';
import { RoadmapQueriesService } from './roadmap-queries.service.js';
import { RoadmapsController } from './roadmaps.controller.js';
import { RoadmapsService } from './roadmaps.service.js';

@Module({ controllers: [RoadmapsController], providers: [RoadmapsService, RoadmapQueriesService] })
export class RoadmapsModule {}
