import type { Output } from '#libs/contracts/define.js';
import type { listDocuments } from '#libs/contracts/projects.js';

export type CaseDocument = Output<typeof listDocuments>['items'][number];

export interface VersionedDocument extends CaseDocument {
  /** 1, 2, …: which file of this name, kind and item it is, and of how many. */
  version: number;
  versions: number;
}

const series = ({ name, kind, itemCode }: CaseDocument): string => JSON.stringify([name, kind, itemCode]);

/** The newest first; a further file of the same name, kind and item is the next version of it. */
export function withVersions(documents: readonly CaseDocument[]): VersionedDocument[] {
  const ordered = documents.toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt));
  const groups = Map.groupBy(ordered, series);
  return ordered
    .map((document) => {
      const all = groups.get(series(document)) ?? [document];
      return { ...document, version: all.indexOf(document) + 1, versions: all.length };
    })
    .toReversed();
}
