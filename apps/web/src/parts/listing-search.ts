// What stands in the address of a list, as questions and as saved views have it.

export type Search = Record<string, string | number | boolean | string[] | undefined>;

export interface Filter {
  /** The query's own field. */
  key: string;
  label: string;
  /** Without options it is a text. */
  options?: { value: string; label: string }[];
  many?: boolean;
  /** `flag` is on or not asked, `day` a plain date. */
  kind?: 'flag' | 'day';
}

/** Of the page around the list, never a filter. */
const AROUND = ['tab'];
/** Where somebody is in the list, not what the list shows. */
const PLACE = ['page', 'pageSize'];

const without = (search: Search, keys: string[]): Search =>
  Object.fromEntries(Object.entries(search).filter(([key, value]) => !keys.includes(key) && value !== undefined));

/** What the query is asked: an unknown filter is the gateway's to refuse, never silently left out. */
export const questionOf = (search: Search): Search => without(search, AROUND);

/** The filters and the order, without the place in them. */
export const filtersOf = (search: Search): Search => without(search, [...AROUND, ...PLACE]);

/** As a saved view keeps it; several values are joined by commas. */
export const keptOf = (search: Search): Record<string, string> =>
  Object.fromEntries(Object.entries(filtersOf(search)).map(([key, value]) => [key, String(value)]));

/** Back from a saved view: what a view no longer says is taken out of the address. */
export function searchOf(kept: Record<string, string>, filters: readonly Filter[]): Search {
  return Object.fromEntries(
    Object.entries(kept).map(([key, value]) => {
      const filter = filters.find((one) => one.key === key);
      if (filter?.many) return [key, value.split(',')];
      return [key, filter?.kind === 'flag' ? value === 'true' : value];
    }),
  );
}

/** Whether two views show the same. */
export const sameView = (one: Record<string, string>, other: Record<string, string>): boolean => {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

/** The query string of an export: the same filters, every page. */
export function queryOf(search: Search): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(without(search, PLACE)))
    for (const one of [value].flat()) query.append(key, String(one));
  return query.toString();
}
