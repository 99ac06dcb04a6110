import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { onlyVisible } from '#libs/case-scope/visible.js';
import { DEFAULT_THRESHOLDS } from '#libs/calendar/clock.js';
import { closeReview, giveOpinion } from '#libs/contracts/projects.js';
import type { OpenReview, listOpenReviews } from '#libs/contracts/projects.js';
import type { Input } from '#libs/contracts/define.js';
import { may } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { calendarOf } from '#libs/reference/tables/imports.js';
import { ofInstitution } from '../cases/access.js';
import { ServiceCase } from '../cases/service-case.entity.js';
import { namesOf } from '../directory/names.js';
import { paged } from '../paging.js';
import { Project } from '../projects/project.entity.js';
import { JointReview } from './joint-review.entity.js';
import { Opinion } from './opinion.entity.js';
import { withoutOpinion } from './review-items.js';

type View = z.input<typeof OpenReview>;

/** The reader's department is invited to speak on an item and has not spoken. */
const AWAITING_ME = `EXISTS (
  SELECT 1 FROM jsonb_array_elements(review.items) item
   WHERE item -> 'invited' @> to_jsonb(CAST(:body AS text))
     AND NOT EXISTS (
       SELECT 1 FROM review_opinion said
        WHERE said.review_id = review.id AND said.item_code = item ->> 'itemCode' AND said.department_code = :body))`;

@Injectable()
export class OpenReviewsService {
  async list(context: QueryContext, filter: Input<typeof listOpenReviews>) {
    const query = context.em
      .createQueryBuilder(JointReview, 'review')
      .innerJoin(ServiceCase, 'found', "found.id = review.caseId AND found.state = 'active'")
      .where('review.closedOn IS NULL')
      .orderBy('review.opinionsDueOn')
      .addOrderBy('review.id');
    if (filter.awaiting === 'me') this.awaitingMe(query, context.principal);
    onlyVisible(query, 'review.case_id', context.principal);
    return await paged(query, filter, (reviews) => this.views(context, reviews));
  }

  /** Nobody waits for the opinion of someone who speaks for no department. */
  private awaitingMe(query: SelectQueryBuilder<JointReview>, { departmentCode }: Principal): void {
    if (departmentCode === null) query.andWhere('false');
    else query.andWhere(AWAITING_ME, { body: departmentCode });
  }

  private async views({ em, principal, today }: QueryContext, reviews: readonly JointReview[]): Promise<View[]> {
    const [cases, opinions, names, calendar] = await Promise.all([
      em.findBy(ServiceCase, { id: In(reviews.map(({ caseId }) => caseId)) }),
      em.findBy(Opinion, { reviewId: In(reviews.map(({ id }) => id)) }),
      namesOf(
        em,
        reviews.flatMap(({ items }) => items.flatMap(({ invited }) => invited)),
      ),
      calendarOf(em),
    ]);
    const projects = await em.findBy(Project, { id: In(cases.map(({ projectId }) => projectId)) });
    const soon = calendar.addWorkdays(today, DEFAULT_THRESHOLDS.workdaysLeft);
    return reviews.map((review) => {
      const found = cases.find(({ id }) => id === review.caseId);
      if (!found) throw new Error(`review ${review.id} has no case`);
      const said = opinions.filter(({ reviewId }) => reviewId === review.id);
      const asked = askedOf(review, said, principal).map((one) => {
        return { ...one, departmentName: names.get(one.departmentCode) ?? one.departmentCode };
      });
      return {
        ...review,
        caseNumber: found.number,
        projectName: projects.find(({ id }) => id === found.projectId)?.name ?? '',
        dueOn: review.opinionsDueOn,
        light: lightOn(review.opinionsDueOn, today, soon),
        asked,
        actions: actionsOf(review, { found, said }, principal),
      };
    });
  }
}

/** What is still to be said, of a department its own part only. */
function askedOf({ items }: JointReview, said: readonly Opinion[], { departmentCode: own }: Principal) {
  return items.flatMap(({ itemCode, name: itemName, invited, decider }) =>
    invited
      .filter((body) => own === null || body === own)
      .filter((body) => !said.some((opinion) => opinion.itemCode === itemCode && opinion.departmentCode === body))
      .map((departmentCode) => ({ itemCode, itemName, departmentCode, decides: departmentCode === decider })),
  );
}

function actionsOf(
  { items }: JointReview,
  { found, said }: { found: ServiceCase; said: readonly Opinion[] },
  reader: Principal,
): string[] {
  const invited = items.some((item) => item.invited.includes(reader.departmentCode ?? ''));
  const closable = withoutOpinion(items, said).length === 0 && ofInstitution(reader, found.firstInstitutionId);
  return [
    ...(invited && may(reader, giveOpinion.permission) ? [giveOpinion.name] : []),
    ...(closable && may(reader, closeReview.permission) ? [closeReview.name] : []),
  ];
}

function lightOn(dueOn: string, today: string, soon: string): View['light'] {
  if (dueOn < today) return 'red';
  if (dueOn === today) return 'orange';
  return dueOn <= soon ? 'yellow' : 'normal';
}
