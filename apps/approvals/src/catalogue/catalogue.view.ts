import type { z } from 'zod';
import type { CatalogueItem, CatalogueItemDetail, CompetenceEntry } from '#libs/contracts/approvals/catalogue.js';
import type { CompetenceRow, MaterialRow } from '#libs/reference/rows.js';
import type { ItemVersion } from './item-version.entity.js';

export const itemView = ({ row, ordinal, validFrom }: ItemVersion): z.input<typeof CatalogueItem> => ({
  code: row.code,
  name: row.nameZh,
  stage: row.stage,
  helperStage: row.helperStage,
  kind: row.kind,
  levels: row.level,
  decider: row.decider,
  promisedWorkdays: row.promisedWorkdays,
  preApproval: row.preApproval,
  deferral: row.deferral,
  notifyAndCommit: row.notifyAndCommit,
  partOf: row.partOf,
  edition: ordinal,
  validFrom,
});

/** `names` of all items by code, for the prerequisites in words. */
export const detailView = (
  version: ItemVersion,
  materials: readonly MaterialRow[],
  names: ReadonlyMap<string, string>,
): z.input<typeof CatalogueItemDetail> => {
  const { row } = version;
  return {
    ...itemView(version),
    nameEn: row.nameEn,
    applicant: row.applicant,
    statutory: {
      amount: row.statutoryDays,
      unit: row.statutoryUnit,
      kind: row.deadlineKind,
      variants: row.deadlineVariants,
    },
    statutoryClockStop: row.statutoryClockStop,
    promiseClockStop: row.promiseClockStop,
    validity: row.validity,
    outputDocument: row.outputDoc,
    conditionNote: row.conditionNote,
    prerequisites: row.prereq.map((group) => inWords(group, names)),
    materials: materials.map(materialView),
  };
};

/** One group of prerequisites: any one of them is enough. */
function inWords(group: readonly string[], names: ReadonlyMap<string, string>): string {
  const quoted = group.map((code) => `“${names.get(code) ?? code}”`).join('、');
  return group.length > 1 ? `${quoted}中的任意一项已办结` : `${quoted}已办结`;
}

const materialView = (row: MaterialRow) => ({
  code: row.materialCode,
  name: row.nameZh,
  source: row.source,
  form: row.form,
  importance: row.importance,
  deferralWorkdays: row.deferrable ? row.deferralWorkdays : null,
  note: row.note,
});

export const competenceView = (row: CompetenceRow, itemName: string): z.input<typeof CompetenceEntry> => ({
  itemCode: row.itemCode,
  itemName,
  unitIds: row.unitIds,
  condition: row.condition,
  level: row.level,
  legalBody: row.legalBody,
  handlingBody: row.handlingBody,
  ruleKind: row.ruleKind,
  basis: row.basis,
  validFrom: row.validFrom,
  validTo: row.validTo,
  note: row.note,
});
