import { Injectable } from '@nestjs/common';
import type { submitApproval } from '#libs/contracts/approvals/filings.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { caseChecklist, namesOf } from '../materials/case-materials.js';
import type { ChecklistEntry } from '../materials/checklist.js';
import { supply } from '../materials/supplies.js';
import type { Approval } from './approval.entity.js';
import { factOf, viewNow } from './approval.view.js';
import { Deferral } from './deferral.entity.js';
import { openDraft } from './drafts.js';
import { bodiesOf, mustBeActive } from './guards.js';
import { move } from './moves.js';
import { ownSetOf, plannedItem } from './own-set.js';
import type { PlannedItem } from './own-set.js';
import { mustBeApplicant } from './parties.js';

type Submission = Input<typeof submitApproval>;

/** The application for an item: the unit's, in its own hands or in those of its mandate holder (R13). */
@Injectable()
export class SubmissionsService {
  async submit(context: WorkContext, input: Submission) {
    await mustSee(context, input.caseId);
    const planned = await plannedItem(context, input);
    await this.mustBeAllowed(context, planned, input);
    const entries = await this.checked(context, planned, input);
    const approval = await this.open(context, planned, input);
    move(context, approval, { name: 'submit', by: context.principal.kind });
    supply(context, { ...input, works: approval.works }, input.materials);
    this.promise(context, approval, input, entries);
    context.publish(approvalEvents, 'submitted', {
      ...factOf(approval),
      mandateHolderName: approval.mandateHolderName,
      handlingMode: input.handlingMode,
    });
    return await viewNow(context, approval);
  }

  private async mustBeAllowed(context: WorkContext, planned: PlannedItem, { caseId, notifyAndCommit }: Submission) {
    const { copy, item } = planned;
    bodiesOf(planned);
    await mustBeActive(context, planned);
    const { unitId: applicantUnitId } = copy.project;
    await mustBeApplicant(context, { caseId, itemCode: item.code, itemName: item.nameZh, applicantUnitId });
    if (!notifyAndCommit || item.notifyAndCommit) return;
    const code = item.code === 'D02' ? 'commitment_excluded' : 'commitment_not_offered';
    throw fail(code, { item: item.nameZh });
  }

  /** Core materials must be there; those that may follow need the unit's promise (R72). */
  private async checked(context: WorkContext, { items }: PlannedItem, input: Submission): Promise<ChecklistEntry[]> {
    const { caseId, itemCode: item, works, materials, promises } = input;
    const handedIn = materials.map(({ materialCode }) => materialCode);
    const ownSet = await ownSetOf(context.em, caseId);
    const asked = { caseId, item, works, use: 'formal', handedIn } as const;
    const entries = await caseChecklist(context.em, asked, { items, ownSet });
    const promised = promises.map(({ materialCode }) => materialCode);
    const unknown = [...handedIn, ...promised].filter((code) => !entries.some((entry) => entry.code === code));
    if (unknown.length > 0) throw fail('material_unknown', { materials: unknown });
    const core = entries.filter(({ gap }) => gap === 'blocks_acceptance');
    if (core.length > 0) throw fail('core_materials_missing', { materials: namesOf(core) });
    const unpromised = entries.filter(({ code, gap }) => gap === 'deferrable' && !promised.includes(code));
    if (unpromised.length > 0) throw fail('deferral_promise_missing', { materials: namesOf(unpromised) });
    return entries;
  }

  private async open(context: WorkContext, planned: PlannedItem, input: Submission): Promise<Approval> {
    const { handlingMode, notifyAndCommit, parallelGroup } = input;
    const { principal, now } = context;
    const approval = await openDraft(context, planned, input, bodiesOf(planned));
    const holder = principal.kind === 'agent' ? principal : null;
    approval.mandateHolderId = holder?.agentId ?? null;
    approval.mandateHolderName = holder?.name ?? null;
    return Object.assign(approval, { handlingMode, notifyAndCommit, parallelGroup, submittedAt: now });
  }

  private promise(context: WorkContext, approval: Approval, input: Submission, entries: ChecklistEntry[]): void {
    for (const { materialCode, signedOn, documentId, withinWorkdays } of input.promises) {
      const entry = entries.find(({ code }) => code === materialCode);
      if (!entry?.deferralWorkdays || withinWorkdays > entry.deferralWorkdays) {
        throw fail('deferral_not_allowed', {
          material: entry?.name ?? materialCode,
          days: entry?.deferralWorkdays ?? 0,
        });
      }
      context.add(Deferral, {
        approvalId: approval.id,
        materialCode,
        materialName: entry.name,
        promisedOn: signedOn,
        documentId,
        withinWorkdays,
        dueOn: null,
        suppliedOn: null,
      });
    }
  }
}
