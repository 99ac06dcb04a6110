import type { EntityManager } from 'typeorm';
import type { ItemRow } from '#libs/reference/rows.js';
import { materialsOf } from '../catalogue/catalogue.js';
import type { OwnItem } from '../filings/prerequisites.js';
import { checklist } from './checklist.js';
import type { ChecklistEntry, ChecklistFor } from './checklist.js';
import { Situation } from './situation.entity.js';
import { MaterialSupply } from './supply.entity.js';

/** What is known of the materials of a case. */
export interface CaseSupplies {
  situations: Situation[];
  supplies: MaterialSupply[];
}

export async function caseSuppliesOf(em: EntityManager, caseId: string): Promise<CaseSupplies> {
  const [situations, supplies] = await Promise.all([
    em.findBy(Situation, { caseId }),
    em.findBy(MaterialSupply, { caseId }),
  ]);
  return { situations, supplies };
}

/** What a checklist is made for; `handedIn` are codes of materials that come with this very act. */
export interface Asked extends Omit<ChecklistFor, 'parts'> {
  caseId: string;
  handedIn?: readonly string[];
  /** Where they have been read already. */
  supplies?: CaseSupplies;
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
  const { situations, supplies } = asked.supplies ?? (await caseSuppliesOf(em, caseId));
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
