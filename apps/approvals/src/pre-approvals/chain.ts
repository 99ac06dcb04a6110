import { addDays, type PlainDay } from '#libs/calendar/plain-day.js';
import type { MaterialRow } from '#libs/reference/rows.js';
import { apply, type PreApprovalState } from './pre-approval.machine.js';

/** `from`'s pre-approval document stands in for `material` in the pre-approval, and only the pre-approval, of `to` (R56). */
export interface Link {
  from: string;
  to: string;
  material: string;
}

/** The chain as the materials state it: A10 → B02 → C04, B03 → C04. */
export const chainLinks = (materials: readonly MaterialRow[]): Link[] =>
  materials
    .filter(({ preapprovalSubstitute }) => preapprovalSubstitute)
    .flatMap(({ sourceItems, itemCode, materialCode }) =>
      sourceItems.flat().map((from) => ({ from, to: itemCode, material: materialCode })),
    );

export type Use = 'pre_approval' | 'formal';

/** Whether `from`'s pre-approval document may serve for `to`: F08 where only a formal document will do. */
export function preDocumentRefusal(
  links: readonly Link[],
  { from, to, use }: { from: string; to: string; use: Use },
): 'only_pre_approved' | 'not_in_chain' | null {
  if (!links.some((link) => link.from === from && link.to === to)) return 'not_in_chain';
  return use === 'formal' ? 'only_pre_approved' : null;
}

/** The given items, every upstream before its downstream (R57). Throws when the links run in a circle. */
export function conversionOrder(codes: readonly string[], links: readonly Link[]): string[] {
  const isReady = (code: string, rest: readonly string[]) =>
    !links.some(({ from, to }) => to === code && rest.includes(from));
  const ordered: string[] = [];
  let rest = codes;
  while (rest.length > 0) {
    const ready = rest.filter((code) => isReady(code, rest));
    if (ready.length === 0) throw new Error(`The chain of pre-approvals runs in a circle: ${rest.join(', ')}`);
    ordered.push(...ready);
    rest = rest.filter((code) => !ready.includes(code));
  }
  return ordered;
}

/** How long a pre-approval document serves; `until` is its last day (R58). */
export interface Validity {
  until: PlainDay;
  extended: boolean;
}
/** Calendar days, unless the configuration says otherwise. */
export const DEFAULT_VALIDITY_DAYS = 365;

export const validityFrom = (issuedOn: PlainDay, days: number): Validity => ({
  until: addDays(issuedOn, days),
  extended: false,
});

/** One extension, counted from the last day. */
export const extended = (validity: Validity, days: number): Validity | { refused: 'already_extended' } =>
  validity.extended ? { refused: 'already_extended' } : { until: addDays(validity.until, days), extended: true };

export const isOver = ({ until }: Validity, today: PlainDay): boolean => today > until;

/** A pre-approval and the ones whose documents it used as material. */
export interface ChainMember {
  id: string;
  state: PreApprovalState;
  restsOn: readonly string[];
}

/** How a document falls: land lost (R58), validity over, itself or its formal successor revoked (R57), content changed (R55). */
export type Fall = 'void' | 'lapsed' | 'revoked' | 're_reviewed';

/** What becomes of a pre-approval because `because` fell. */
export interface Consequence {
  id: string;
  because: string;
  state: PreApprovalState;
}

/**
 * What the fall of a document does to all that rests on it, upstream first: lost land voids it, anything else holds an
 * issued document until its upstream is in force again. What is converted or over stands by itself.
 */
export function cascade(members: readonly ChainMember[], fallen: string, fall: Fall): Consequence[] {
  const name = fall === 'void' ? 'void' : 'hold';
  const consequences: Consequence[] = [];
  const down = [fallen];
  for (const because of down) {
    for (const { id, state, restsOn } of members) {
      if (!restsOn.includes(because) || down.includes(id)) continue;
      const next = apply(state, { name, by: 'platform' });
      if ('refused' in next) continue;
      consequences.push({ id, because, state: next.state });
      down.push(id);
    }
  }
  return consequences;
}
