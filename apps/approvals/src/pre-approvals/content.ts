import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import type { Content } from './conversion.js';

/** What of a project a pre-approval is issued for: floor area, land use and the site with its regions and area (R55). */
export const contentOf = ({ floorArea, landUse, regionIds, townName, facts }: ProjectSnapshot): Content => ({
  areaM2: floorArea,
  landUse,
  site: [...regionIds.toSorted(), townName ?? '', String(facts['site_area_ha'] ?? '')].join(' '),
});

export const CONTENT_ZH: Record<keyof Content, string> = {
  areaM2: '建筑面积',
  landUse: '用地性质',
  site: '用地位置和范围',
};

/** A field as people read it; the site by the names of its regions. */
export function inWords(field: keyof Content, content: Content, regions: ReadonlyMap<string, string>): string {
  switch (field) {
    case 'areaM2':
      return `${content.areaM2} 平方米`;
    case 'landUse':
      return content.landUse;
    case 'site': {
      const parts = content.site.split(' ').filter((part) => part !== '');
      return parts.map((part) => regions.get(part) ?? (/^[\d.]+$/.test(part) ? `${part} 公顷` : part)).join(' ');
    }
  }
}

export const FIELDS = ['areaM2', 'landUse', 'site'] as const;

/** Any difference counts: there is no margin (R55). */
export const changedFields = (before: Content, now: Content): (keyof Content)[] =>
  FIELDS.filter((field) => before[field] !== now[field]);
