// R122: at which level the main items of a case lie. Counted items only; key items weigh more.

export type MainLevel = 'county' | 'city';
/** Weight by item code; every other item weighs 1. */
export type Weights = Readonly<Record<string, number>>;

export const KEY_ITEM_WEIGHTS: Weights = { A10: 3, B02: 3, C04: 3 };

export interface WeighedItem {
  code: string;
  level: 'county' | 'city' | 'province' | 'none' | 'unknown';
  needed: boolean;
  entrusted: boolean;
  /** An approval of the city's own authority with a level (class ① of R7). */
  counted: boolean;
}

interface Share {
  items: number;
  weight: number;
}

export interface Tally {
  county: Share;
  city: Share;
  /** The level with more than half of the weight; null = none has: a tie, or nothing counted. */
  main: MainLevel | null;
}

/** Weighs the items that are needed, entrusted and counted (R33, R122); the same rule holds for one item as for twenty. */
export function tally(items: readonly WeighedItem[], weights: Weights): Tally {
  const shareOf = (level: MainLevel): Share => {
    const counted = items.filter((item) => item.level === level && item.needed && item.entrusted && item.counted);
    return { items: counted.length, weight: counted.reduce((sum, { code }) => sum + (weights[code] ?? 1), 0) };
  };
  const county = shareOf('county');
  const city = shareOf('city');
  const heavier = county.weight > city.weight ? 'county' : 'city';
  return { county, city, main: county.weight === city.weight ? null : heavier };
}
