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

export const competenceView = (
  row: CompetenceRow,
  itemName: string,
  bodies: ReadonlyMap<string, string>,
): z.input<typeof CompetenceEntry> => ({
  itemCode: row.itemCode,
  itemName,
  unitIds: row.unitIds,
  condition: row.condition,
  level: row.level,
  legalBody: row.legalBody,
  legalBodyName: bodyName(row.legalBody, bodies),
  handlingBody: row.handlingBody,
  handlingBodyName: bodyName(row.handlingBody, bodies),
  ruleKind: row.ruleKind,
  basis: row.basis,
  validFrom: row.validFrom,
  validTo: row.validTo,
  note: row.note,
});

/** `*-JTJ` is the body of that function in the project's county: named as the city's, of each county. */
function bodyName(code: string, bodies: ReadonlyMap<string, string>): string {
  if (!code.startsWith('*')) return bodies.get(code) ?? code;
  const ofCity = bodies.get(cityBodyOf(code)) ?? code;
  return `各县市区${ofCity.replace(/^市/, '')}`;
}

/** The city's body of the same function: `*-JTJ` → `WF-JTJ`. */
export const cityBodyOf = (code: string): string => code.replace(/^\*/, 'WF');
