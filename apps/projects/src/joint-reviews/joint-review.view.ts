import type { z } from 'zod';
import type { JointReview as JointReviewContract } from '#libs/contracts/projects.js';
import type { Names } from '../directory/names.js';
import type { JointReview } from './joint-review.entity.js';
import type { Opinion } from './opinion.entity.js';
import { invitations, withoutOpinion } from './review-items.js';
import type { ReviewItem } from './review-items.js';

export function reviewView(
  review: JointReview,
  opinions: readonly Opinion[],
  names: Names,
): z.input<typeof JointReviewContract> {
  const departmentName = (code: string): string => names.get(code) ?? code;
  return {
    ...review,
    invited: invitations(review.items).map((invited) => ({
      ...invited,
      departmentName: departmentName(invited.departmentCode),
    })),
    opinions: opinions.map((opinion) => ({
      ...opinion,
      departmentName: departmentName(opinion.departmentCode),
      decides: review.items.some(
        ({ itemCode, decider }) => itemCode === opinion.itemCode && decider === opinion.departmentCode,
      ),
      givenAt: opinion.givenAt.toISOString(),
    })),
    missing: missingWords(withoutOpinion(review.items, opinions), names),
  };
}

/** 「事项(部门)」 of each. */
export const missingWords = (items: readonly ReviewItem[], names: Names): string[] =>
  items.map(({ name, decider }) => `${name}(${names.get(decider ?? '') ?? decider ?? ''})`);
