import type { Output } from '#libs/contracts/define.js';
import type { getCase as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { getCase } from '../../api/operations.js';

/** The case of a record, and the names of its items: people read names, not codes. */
export function useCase(caseId: string): {
  found: Output<typeof contract> | undefined;
  nameOf: (itemCode: string) => string;
} {
  const { data } = useAsk(getCase, { caseId });
  return {
    found: data,
    nameOf: (itemCode) => data?.items.find((item) => item.itemCode === itemCode)?.name ?? itemCode,
  };
}
