import type { WorkContext } from '#libs/messaging/context.js';
import { CaseProgress } from './case-progress.entity.js';
import { Filing } from './filing.entity.js';
import { openWork, stageOf } from './items.js';

/** The copy of one case; facts of the case wait here for each other. It was made together with the case. */
export async function lockProgress(context: WorkContext, caseId: string): Promise<CaseProgress> {
  const progress = await context.lock(CaseProgress, { id: caseId });
  if (!progress) throw new Error(`no case ${caseId}`);
  return progress;
}

/** Tells the stage and what is open again from plan and filings. */
export async function restage(context: WorkContext, progress: CaseProgress): Promise<void> {
  await context.flush();
  const filings = await context.em.findBy(Filing, { caseId: progress.id });
  Object.assign(progress, openWork(filings), { stage: stageOf(progress.plan, filings) });
}
