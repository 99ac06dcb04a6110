import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { PlanItem } from '#libs/contracts/facts.js';
import type { issueNotice, listNotices } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase, mustBeFirst, progressOf, readCase } from '../cases/access.js';
import type { ServiceCase } from '../cases/service-case.entity.js';
import { mustBe } from '../cases/service-case.machine.js';
import { CatalogueItem } from '../directory/catalogue-item.entity.js';
import { Institution } from '../directory/institution.entity.js';
import { namesOf } from '../directory/names.js';
import { JointReview } from '../joint-reviews/joint-review.entity.js';
import type { Conclusion } from '../joint-reviews/review-items.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { noticeText } from './notice-text.js';
import type { Addressee } from './notice-text.js';
import { RequirementsNotice } from './notice.entity.js';
import type { NoticeItem, NotNeeded } from './notice.entity.js';

@Injectable()
export class NoticesService {
  async issue(context: WorkContext, { caseId, reason }: Input<typeof issueNotice>) {
    const found = await lockCase(context, caseId);
    await mustBeFirst(context, found);
    mustBe(found.state, ['active'], '出具一次性告知书');
    const review = await this.closedReview(context, caseId);
    const earlier = await context.em.find(RequirementsNotice, { where: { caseId }, order: { noticeVersion: 'DESC' } });
    if (earlier[0]) mayIssueAgain(context, earlier[0], reason);
    const { name: institutionName } = await context.em.findOneByOrFail(Institution, { id: found.firstInstitutionId });
    const content = {
      number: await this.nextNumber(context),
      noticeVersion: earlier.length + 1,
      issuedOn: context.today,
      institutionName,
      reason: (earlier[0] && reason) ?? null,
      ...(await this.itemsOf(context, caseId, review.conclusions)),
    };
    const text = noticeText(content, await this.addressee(context, found));
    const given = { ...content, text, caseId, reviewId: review.id, issuedBy: context.principal.name };
    const notice = context.add(RequirementsNotice, given);
    const { number, noticeVersion: version, issuedOn } = notice;
    context.publish(caseEvents, 'noticeIssued', { caseId, noticeId: notice.id, number, version, issuedOn });
    return notice;
  }

  async list(context: QueryContext, { caseId }: Input<typeof listNotices>) {
    await readCase(context, caseId);
    return { items: await context.em.find(RequirementsNotice, { where: { caseId }, order: { noticeVersion: 'ASC' } }) };
  }

  private async closedReview({ em }: WorkContext, caseId: string): Promise<JointReview> {
    const where = { caseId, closedOn: Not(IsNull()) };
    const [review] = await em.find(JointReview, { where, order: { closedOn: 'DESC', convenedOn: 'DESC' }, take: 1 });
    if (!review) throw fail('review_not_closed');
    return review;
  }

  /** The plan with the conclusions of the review over it; nothing vanishes because it was not entrusted (R8, R47). */
  private async itemsOf(context: WorkContext, caseId: string, conclusions: readonly Conclusion[]) {
    const { plan } = await progressOf(context, caseId);
    const bodies = plan.map(({ handlingBody, legalBody }) => handlingBody ?? legalBody ?? '');
    const names = await namesOf(context.em, bodies);
    const catalogue = await context.em.findBy(CatalogueItem, { code: In(plan.map(({ itemCode }) => itemCode)) });
    const items: NoticeItem[] = [];
    const notNeeded: NotNeeded[] = [];
    for (const item of plan) {
      const { itemCode, name, stage, entrusted, level } = item;
      const ruling = rulingOf(item, conclusions);
      if (ruling.need === 'not_needed') notNeeded.push({ itemCode, name, reason: ruling.reason });
      else {
        const departmentCode = item.handlingBody ?? item.legalBody;
        const days = catalogue.find(({ code }) => code === itemCode)?.promisedWorkdays ?? 0;
        const departmentName = departmentCode && (names.get(departmentCode) ?? null);
        items.push({
          itemCode,
          name,
          stage,
          entrusted,
          level,
          departmentCode,
          departmentName,
          promisedWorkdays: days || null,
        });
      }
    }
    return { items, notNeeded };
  }

  private async addressee({ em }: WorkContext, { projectId, number }: ServiceCase): Promise<Addressee> {
    const project = await em.findOneByOrFail(Project, { id: projectId });
    const unit = await em.findOneByOrFail(Unit, { id: project.unitId });
    return { unitName: unit.name, projectName: project.name, caseNumber: number };
  }

  private async nextNumber({ em, today }: WorkContext): Promise<string> {
    const [row] = await em.query<{ next: string }[]>("SELECT nextval('notice_number_seq') AS next");
    return `帮代办告知〔${today.slice(0, 4)}〕${row?.next}号`;
  }
}

/** A later version needs a reason, and the manager's act is its approval (R47). */
function mayIssueAgain({ principal }: WorkContext, { number }: RequirementsNotice, reason: string | undefined): void {
  if (!reason) throw fail('notice_needs_reason', { number });
  if (!principal.roles.includes('manager')) throw fail('notice_needs_manager');
}

function rulingOf({ itemCode, need, needReason }: PlanItem, conclusions: readonly Conclusion[]) {
  const conclusion = conclusions.find((candidate) => candidate.itemCode === itemCode);
  return conclusion ?? { need, reason: needReason };
}
