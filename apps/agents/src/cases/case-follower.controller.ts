import { Controller } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Fact } from '#libs/contracts/define.js';
import { caseEvents, itemPlanEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { endTerm } from '../assignments/terms.js';
import { remindInAWorkday, settleReminder } from '../reminders/reminders.js';
import { proposeRouting } from '../routing/case-routing.js';
import { CaseCopy } from './case-copy.entity.js';
import { isKnown } from './cases.js';

const NOTHING_KNOWN = {
  number: null,
  projectName: null,
  scenario: null,
  regionIds: [],
  firstInstitutionId: null,
  signedBy: [],
  activatedAt: null,
  planVersion: null,
  items: [],
  endedAt: null,
};

/** Keeps the copy of a case; whichever of its facts comes first makes the row. */
@Controller()
export class CaseFollower {
  @OnFact(caseEvents, 'applied')
  async applied({ data }: Fact<typeof caseEvents, 'applied'>, context: WorkContext): Promise<void> {
    const { caseId, number, project, firstInstitutionId } = data;
    const found = await this.copyOf(context, caseId);
    const { name: projectName, scenario, regionIds } = project;
    Object.assign(found, { number, projectName, scenario, regionIds, firstInstitutionId });
    await remindInAWorkday(context, 'principal_missing', caseId);
    await this.propose(context, found);
  }

  @OnFact(caseEvents, 'agreementSigned')
  async signed({ data }: Fact<typeof caseEvents, 'agreementSigned'>, context: WorkContext): Promise<void> {
    const found = await this.copyOf(context, data.caseId);
    found.signedBy = [...new Set([...found.signedBy, data.by])];
  }

  @OnFact(caseEvents, 'activated')
  async activated({ data, time }: Fact<typeof caseEvents, 'activated'>, context: WorkContext): Promise<void> {
    const found = await this.copyOf(context, data.caseId);
    found.activatedAt ??= new Date(time);
  }

  @OnFact(itemPlanEvents, 'made')
  async planned({ data }: Fact<typeof itemPlanEvents, 'made'>, context: WorkContext): Promise<void> {
    const found = await this.copyOf(context, data.caseId);
    if (data.version < (found.planVersion ?? 0)) return;
    found.planVersion = data.version;
    found.items = data.items;
    await this.propose(context, found);
  }

  @OnFact(caseEvents, 'closed')
  async closed({ data }: Fact<typeof caseEvents, 'closed'>, context: WorkContext): Promise<void> {
    await this.end(context, data.caseId, '项目已结案');
  }

  @OnFact(caseEvents, 'terminated')
  async terminated({ data }: Fact<typeof caseEvents, 'terminated'>, context: WorkContext): Promise<void> {
    await this.end(context, data.caseId, '帮代办服务已终止');
  }

  private async copyOf(context: WorkContext, id: string): Promise<CaseCopy> {
    return (await context.lock(CaseCopy, { id })) ?? context.add(CaseCopy, { id, ...NOTHING_KNOWN });
  }

  /** Once both the application and the plan are known. */
  private async propose(context: WorkContext, found: CaseCopy): Promise<void> {
    if (isKnown(found) && found.planVersion !== null) await proposeRouting(context, found);
  }

  /** The team is dissolved (R63) and nothing rings any more. */
  private async end(context: WorkContext, caseId: string, reason: string): Promise<void> {
    const found = await this.copyOf(context, caseId);
    found.endedAt = context.now;
    await settleReminder(context, 'principal_missing', caseId);
    const open = await context.lockAll(Assignment, { caseId, validTo: IsNull() });
    for (const assignment of open) endTerm(context, assignment, reason);
  }
}
