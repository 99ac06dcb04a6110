import type { PlanItem } from '#libs/contracts/facts.js';
import type { OPINIONS } from '#libs/contracts/projects.js';

/** An item of a review: who decides, and who is invited to speak on it. */
export interface ReviewItem {
  itemCode: string;
  name: string;
  need: 'needed' | 'to_be_checked';
  /** The body that handles it, else the legal one; null where nobody decides. */
  decider: string | null;
  invited: string[];
}

export interface Conclusion {
  itemCode: string;
  need: 'needed' | 'not_needed';
  reason: string;
}

interface Opined {
  itemCode: string;
  departmentCode: string;
  opinion: (typeof OPINIONS)[number];
  text: string;
}

/** The items a review is about, with the handling, the legal and the consulted body of each (R46). */
export const reviewItems = (plan: readonly PlanItem[]): ReviewItem[] =>
  plan.flatMap(({ itemCode, name, need, handlingBody, legalBody, consultedBody }) => {
    if (need === 'not_needed') return [];
    const invited = [handlingBody, legalBody, consultedBody].filter((body) => body !== null);
    return [{ itemCode, name, need, decider: handlingBody ?? legalBody, invited: [...new Set(invited)] }];
  });

/** The invitations, one a department. */
export function invitations(items: readonly ReviewItem[]): { departmentCode: string; itemCodes: string[] }[] {
  const byDepartment = new Map<string, string[]>();
  for (const { itemCode, invited } of items) {
    for (const code of invited) byDepartment.set(code, [...(byDepartment.get(code) ?? []), itemCode]);
  }
  return [...byDepartment].map(([departmentCode, itemCodes]) => ({ departmentCode, itemCodes }));
}

const ofDecider = (item: ReviewItem, opinions: readonly Opined[]): Opined | undefined =>
  opinions.find(({ itemCode, departmentCode }) => itemCode === item.itemCode && departmentCode === item.decider);

/** Items that have a decider and no opinion of it; while there is one the review is not closed (R48). */
export const withoutOpinion = (items: readonly ReviewItem[], opinions: readonly Opined[]): ReviewItem[] =>
  items.filter((item) => item.decider !== null && !ofDecider(item, opinions));

/**
 * The conclusion on each item: what the meeting said, else what its decider said (不适用 = not needed). Undecided are
 * items to be checked that have neither.
 */
export function concluded(items: readonly ReviewItem[], opinions: readonly Opined[], given: readonly Conclusion[]) {
  const conclusions: Conclusion[] = [];
  const undecided: ReviewItem[] = [];
  for (const item of items) {
    const { itemCode, need } = item;
    const said = given.find((conclusion) => conclusion.itemCode === itemCode);
    const decider = ofDecider(item, opinions);
    if (said) conclusions.push(said);
    else if (decider) {
      conclusions.push({
        itemCode,
        need: decider.opinion === 'not_applicable' ? 'not_needed' : 'needed',
        reason: decider.text,
      });
    } else if (need === 'needed') conclusions.push({ itemCode, need, reason: '按事项清单办理' });
    else undecided.push(item);
  }
  return { conclusions, undecided };
}
