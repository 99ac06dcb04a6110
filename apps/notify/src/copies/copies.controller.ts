import { Controller } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import { agentEvents, assignmentEvents, caseEvents, projectEvents } from '#libs/contracts/facts.js';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { projection } from '#libs/messaging/projections.js';
import { AgentCopy } from './agent-copy.entity.js';
import { CaseCopy } from './case-copy.entity.js';
import { ProjectCopy } from './project-copy.entity.js';

const UNKNOWN = { number: null, projectId: null, unitId: null, principalAgentId: null, assignmentId: null };

const caseOf = async (context: WorkContext, id: string): Promise<CaseCopy> =>
  (await context.lock(CaseCopy, { id })) ?? context.add(CaseCopy, { id, ...UNKNOWN });

async function name(context: WorkContext, project: ProjectSnapshot, time: string): Promise<void> {
  const asOf = new Date(time);
  const id = project.projectId;
  const known = (await context.lock(ProjectCopy, { id })) ?? context.add(ProjectCopy, { id, name: project.name, asOf });
  if (known.asOf <= asOf) Object.assign(known, { name: project.name, asOf });
}

const copies = projection('copies', CaseCopy, ProjectCopy, AgentCopy);

/** Keeps what messages must know of cases and agents. Facts of different streams arrive in any order. */
@Controller()
export class CopiesController {
  @OnFact(caseEvents, 'applied', copies)
  async applied({ data, time }: Fact<typeof caseEvents, 'applied'>, context: WorkContext): Promise<void> {
    const known = await caseOf(context, data.caseId);
    known.number = data.number;
    known.projectId = data.project.projectId;
    known.unitId = data.project.unitId;
    await name(context, data.project, time);
  }

  @OnFact(projectEvents, 'changed', copies)
  async changed({ data, time }: Fact<typeof projectEvents, 'changed'>, context: WorkContext): Promise<void> {
    await name(context, data.project, time);
  }

  @OnFact(assignmentEvents, 'assigned', copies)
  async assigned({ data }: Fact<typeof assignmentEvents, 'assigned'>, context: WorkContext): Promise<void> {
    if (data.role !== 'principal') return;
    const known = await caseOf(context, data.caseId);
    known.principalAgentId = data.agentId;
    known.assignmentId = data.assignmentId;
  }

  @OnFact(assignmentEvents, 'ended', copies)
  async ended({ data }: Fact<typeof assignmentEvents, 'ended'>, context: WorkContext): Promise<void> {
    const known = await caseOf(context, data.caseId);
    if (known.assignmentId === data.assignmentId) known.principalAgentId = null;
  }

  @OnFact(agentEvents, 'appointed', copies)
  async appointed({ data }: Fact<typeof agentEvents, 'appointed'>, context: WorkContext): Promise<void> {
    const { agentId: id, institutionId, classes, active } = data;
    const agent =
      (await context.lock(AgentCopy, { id })) ?? context.add(AgentCopy, { id, institutionId, classes, active });
    Object.assign(agent, { institutionId, classes, active });
  }
}
