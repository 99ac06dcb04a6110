import { Controller } from '@nestjs/common';
import type { Fact, Input } from '#libs/contracts/define.js';
import {
  assignmentEvents,
  itemPlanEvents,
  milestoneEvents,
  roadmapEvents,
  routingEvents,
} from '#libs/contracts/facts.js';
import { getCase, getProgress, listCases, visibleCases } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle, OnFact } from '#libs/messaging/handlers.js';
import type { Person, TeamMember } from './case-progress.entity.js';
import { CaseQueries } from './case-queries.service.js';
import { lockProgress, restage } from './keeping.js';

@Controller()
export class ProgressController {
  constructor(private readonly queries: CaseQueries) {}

  @Handle(listCases)
  list(input: Input<typeof listCases>, context: QueryContext) {
    return this.queries.list(context, input);
  }

  @Handle(getCase)
  get({ caseId }: Input<typeof getCase>, context: QueryContext) {
    return this.queries.get(context, caseId);
  }

  @Handle(visibleCases)
  visible({ caseIds }: Input<typeof visibleCases>, context: QueryContext) {
    return this.queries.visible(context, caseIds);
  }

  @Handle(getProgress)
  progress({ caseId }: Input<typeof getProgress>, context: QueryContext) {
    return this.queries.progress(context, caseId);
  }

  @OnFact(itemPlanEvents, 'made')
  async planned({ data }: Fact<typeof itemPlanEvents, 'made'>, context: WorkContext): Promise<void> {
    const progress = await lockProgress(context, data.caseId);
    if (progress.planVersion !== null && data.version < progress.planVersion) return;
    Object.assign(progress, { planVersion: data.version, planFrozen: data.frozen, plan: data.items });
    await restage(context, progress);
  }

  @OnFact(routingEvents, 'proposed')
  async routed({ data }: Fact<typeof routingEvents, 'proposed'>, context: WorkContext): Promise<void> {
    const { summary: routing, questions } = data;
    Object.assign(await lockProgress(context, data.caseId), { routing, questions });
  }

  @OnFact(routingEvents, 'transferReceived')
  async received({ data }: Fact<typeof routingEvents, 'transferReceived'>, context: WorkContext): Promise<void> {
    (await lockProgress(context, data.caseId)).currentInstitutionId = data.institutionId;
  }

  @OnFact(assignmentEvents, 'assigned')
  async assigned({ data }: Fact<typeof assignmentEvents, 'assigned'>, context: WorkContext): Promise<void> {
    const { role, agentId, agentName: name } = data;
    const progress = await lockProgress(context, data.caseId);
    if (role === 'principal' || role === 'guide') progress[role] = { agentId, name };
    progress.team = [...without(progress.team, data), { agentId, name, role }];
  }

  @OnFact(assignmentEvents, 'ended')
  async ended({ data }: Fact<typeof assignmentEvents, 'ended'>, context: WorkContext): Promise<void> {
    const progress = await lockProgress(context, data.caseId);
    progress.team = without(progress.team, data);
    const stillThem = (person: Person | null): boolean => person?.agentId === data.agentId;
    if (data.role === 'principal' && stillThem(progress.principal)) progress.principal = null;
    if (data.role === 'guide' && stillThem(progress.guide)) progress.guide = null;
  }

  @OnFact(roadmapEvents, 'frozen')
  async scheduled({ data }: Fact<typeof roadmapEvents, 'frozen'>, context: WorkContext): Promise<void> {
    const { version, startOn, endOn } = data;
    const progress = await lockProgress(context, data.caseId);
    if (version >= (progress.roadmap?.version ?? 0)) progress.roadmap = { version, startOn, endOn };
  }

  @OnFact(milestoneEvents, 'reached')
  async reached({ data }: Fact<typeof milestoneEvents, 'reached'>, context: WorkContext): Promise<void> {
    const progress = await lockProgress(context, data.caseId);
    progress.milestones = { ...progress.milestones, [data.code]: data.on };
  }
}

/** An agent has a role in a case once. */
const without = (team: readonly TeamMember[], { agentId, role }: Pick<TeamMember, 'agentId' | 'role'>): TeamMember[] =>
  team.filter((member) => member.agentId !== agentId || member.role !== role);
