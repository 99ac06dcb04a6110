import type { WorkContext } from '#libs/messaging/context.js';
import { MaterialSupply } from './supply.entity.js';

export interface Supplied {
  materialCode: string;
  documentId: string;
}

/** Keeps what the unit hands in for the whole project or for one works. */
export function supply(
  context: WorkContext,
  { caseId, works }: { caseId: string; works: string | null },
  materials: readonly Supplied[],
): void {
  for (const { materialCode, documentId } of materials) {
    context.add(MaterialSupply, { caseId, works, materialCode, documentId, suppliedOn: context.today });
  }
}
