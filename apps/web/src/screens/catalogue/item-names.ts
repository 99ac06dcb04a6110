import { useAsk } from '../../api/hooks.js';
import { listItems } from '../../api/operations.js';

/** The name of an item by its code; the code itself until the catalogue has come. */
export function useItemNames(): (code: string) => string {
  const { data } = useAsk(listItems, {});
  const names = new Map(data?.items.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
