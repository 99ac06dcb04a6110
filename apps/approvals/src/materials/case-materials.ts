import type { EntityManager } from 'typeorm';
import type { ItemRow } from '#libs/reference/rows.js';
import { materialsOf } from '../catalogue/catalogue.js';
import type { OwnItem } from '../filings/prerequisites.js';
import { checklist } from './checklist.js';
import type { ChecklistEntry, ChecklistFor } from './checklist.js';
import { Situation } from './situation.entity.js';
import { MaterialSupply } from './supply.entity.js';

/** What a checklist is made for; `handedIn` are codes of materials that come with this very act. */
export interface Asked extends Omit<ChecklistFor, 'parts'> {
  caseId: string;
  handedIn?: readonly string[];
}

/** The materials of an item in a case, with its sub-items (D03–D05 in D06). */
export async function caseChecklist(
  em: EntityManager,
  asked: Asked,
  { items, ownSet }: { items: ReadonlyMap<string, ItemRow>; ownSet: readonly OwnItem[] },
): Promise<ChecklistEntry[]> {
  const { caseId, item, works, use, handedIn = [] } = asked;
  const parts = [...items.values()].filter(({ partOf }) => partOf === item).map(({ code }) => code);
  const codes = new Set([...ownSet.map(({ code }) => code), item, ...parts]);
  const materials = await materialsOf(em, [...codes]);
  const [situations, supplies] = await Promise.all([
    em.findBy(Situation, { caseId }),
    em.findBy(MaterialSupply, { caseId }),
  ]);
  const mine = supplies.filter((supply) => supply.works === null || supply.works === works);
  return checklist(
    { item, parts, works, use },
    {
      materials,
      ownSet,
      situations: new Map(situations.map(({ name, applies }) => [name, applies])),
      supplied: new Set([...mine.map(({ materialCode }) => materialCode), ...handedIn]),
    },
  );
}

export const namesOf = (entries: readonly ChecklistEntry[]): string[] => entries.map(({ name }) => `“${name}”`);
