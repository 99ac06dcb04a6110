import { Injectable } from '@nestjs/common';
import type { getPreApproval, listPreApprovals } from '#libs/contracts/approvals/pre-approvals.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { itemsOn, materialsOf } from '../catalogue/catalogue.js';
import { ownSetOf } from '../filings/own-set.js';
import { EvidenceMissing } from '../roadmaps/graph.js';
import { landToStart } from '../roadmaps/land-to-start.js';
import type { LandToStart } from '../roadmaps/land-to-start.js';
import { mustSeePreApproval } from './access.js';
import { chainLinks } from './chain.js';
import { PreApproval } from './pre-approval.entity.js';
import { viewsOf } from './pre-approval.view.js';

@Injectable()
export class PreApprovalQueriesService {
  async get(context: QueryContext, { id }: Input<typeof getPreApproval>) {
    await mustSeePreApproval(context, id);
    const [view] = await viewsOf(context, await context.em.findBy(PreApproval, { id }));
    if (!view) throw fail('pre_approval_not_found');
    return view;
  }

  async list(context: QueryContext, { caseId }: Input<typeof listPreApprovals>) {
    await mustSee(context, caseId);
    const { em } = context;
    const rows = await em.find(PreApproval, { where: { caseId }, order: { appliedOn: 'ASC', number: 'ASC' } });
    const ownSet = await ownSetOf(em, caseId);
    const codes = new Set(ownSet.map(({ code }) => code));
    const links = chainLinks(await materialsOf(em, [...codes])).filter(({ from }) => codes.has(from));
    return { items: await viewsOf(context, rows), links, figures: await this.figures(context, codes) };
  }

  /** The 拿地即开工 road of the own set against the ordinary one; null while land or 立项 evidence is missing. */
  private async figures({ em, today }: QueryContext, codes: ReadonlySet<string>) {
    const items = [...(await itemsOn(em, today)).values()].filter(({ code }) => codes.has(code));
    const road = roadOf(items);
    const permit = road?.lines.find(({ item, act }) => item.code === 'C04' && act === 'conversion');
    if (!road || !permit) return null;
    const { contractDay, preApprovedBy, daysSaved } = road;
    return { contractDay, preApprovedBy, permitDay: permit.end, permitDayWithout: permit.end + daysSaved, daysSaved };
  }
}

function roadOf(items: Parameters<typeof landToStart>[0]['items']): LandToStart | null {
  try {
    return landToStart({ items });
  } catch (error) {
    if (error instanceof EvidenceMissing) return null;
    throw error;
  }
}
