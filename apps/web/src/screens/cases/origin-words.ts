import type { getChecklist } from '#libs/contracts/approvals.js';
import type { Output } from '#libs/contracts/define.js';
import { items } from '../../texts/case-items.js';

type Origin = Output<typeof getChecklist>['materials'][number]['origin'];

/** Where a material comes from, in words. */
export function originWords(origin: Origin): string {
  switch (origin.kind) {
    case 'from_item':
      return items.fromItem(origin.items.join('、'), origin.available);
    case 'shared':
      return items.shared;
    case 'form':
      return origin.signed ? items.formSigned : items.form;
    case 'ask_unit':
      return `${items.askUnit} · ${origin.supplied ? items.supplied : items.notSupplied}`;
    case 'ask_situation':
      return items.situation(origin.situation);
    case 'not_applicable':
      return items.notApplicable;
  }
}
