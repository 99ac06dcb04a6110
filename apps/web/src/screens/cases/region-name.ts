import { regions } from '../../texts/case-info.js';

const names: Readonly<Record<string, string>> = regions;

/** A county or zone by its name; one that is newer than this page by its id. */
export const regionName = (id: string): string => names[id] ?? id;
