import { Injectable } from '@nestjs/common';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { casePicture } from '../blockers/case-picture.js';
import { isPerWorks } from '../filings/prerequisites.js';
import { mandatesOf } from '../filings/parties.js';
import { milestonesReached } from '../milestones/reached.js';
import { actionsOf } from './actions.js';

@Injectable()
export class ItemActionsService {
  /** Of every needed item; the rules themselves stand in the operations, this is what their guards would say. */
  async list(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const [picture, isMandated, reached] = await Promise.all([
      casePicture(context, caseId),
      mandatesOf(context, [caseId]),
      milestonesReached(context.em, caseId),
    ]);
    const { plan, items, filings, preApprovals } = picture;
    return {
      items: plan.flatMap((line) => {
        const { itemCode } = line;
        const item = items.get(itemCode);
        if (!item) return [];
        const mine = [...filings, ...preApprovals].filter((one) => one.itemCode === itemCode);
        return {
          itemCode,
          actions: actionsOf({ context, picture, line, item, isMandated, reached }),
          perWorks: isPerWorks(itemCode),
          works: [...new Set(mine.flatMap(({ works }) => works ?? []))].toSorted(),
          offersCommitment: item.notifyAndCommit,
        };
      }),
    };
  }
}
