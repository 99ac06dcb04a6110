import type { Output } from '#libs/contracts/define.js';
import type { listChiefContacts } from '#libs/contracts/agents.js';

export type Contact = Output<typeof listChiefContacts>['items'][number];

/** The item or the category somebody is chief contact of. */
export const subjectOf = ({ itemName, itemCode, category }: Contact): string => category ?? itemName ?? itemCode ?? '';
