import { Controller } from '@nestjs/common';
import type { Fact } from '#libs/contracts/define.js';
import { caseEvents } from '#libs/contracts/facts.js';
import { dayOf } from '#libs/messaging/context.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { CaseStart } from './case-start.entity.js';

/** Keeps when a case was applied for and who has signed, for F05 and for back-filling (R44, R130). */
@Controller()
export class CaseStartFollower {
  @OnFact(caseEvents, 'applied')
  async applied({ data }: Fact<typeof caseEvents, 'applied'>, context: WorkContext): Promise<void> {
    context.add(CaseStart, { id: data.caseId, appliedOn: dayOf(new Date(data.appliedAt)), signedBy: [] });
    return Promise.resolve();
  }

  @OnFact(caseEvents, 'agreementSigned')
  async signed({ data }: Fact<typeof caseEvents, 'agreementSigned'>, context: WorkContext): Promise<void> {
    const start = await context.lock(CaseStart, { id: data.caseId });
    if (!start) throw new Error(`case ${data.caseId} was never applied for`);
    start.signedBy = [...new Set([...start.signedBy, data.by])];
  }
}
