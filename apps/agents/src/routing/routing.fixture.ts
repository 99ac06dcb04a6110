import type { Action } from './actions.js';
import type { PlannedItem, RoutingInput } from './case.js';
import type { Directory, Institution } from './directory.js';
import { KEY_ITEM_WEIGHTS } from './main-level.js';
import { route } from './route.js';

export const REGIONS: Readonly<Record<string, string>> = {
  寿光: '370783',
  青州: '370781',
  诸城: '370782',
  奎文: '370705',
  高新区: 'ZONE-GX',
};

const institution = (id: string, level: Institution['level'], regionId: string, parentId: string | null) => ({
  id,
  name: `${id}机构`,
  level,
  regionId,
  parentId,
});
export const WF = institution('WF', 'city', '370700', null);
export const SG = institution('SG', 'county', '370783', 'WF');
export const QZ = institution('QZ', 'county', '370781', 'WF');
export const ZC = institution('ZC', 'county', '370782', 'WF');
export const KW = institution('KW', 'county', '370705', 'WF');
export const GX = institution('GX', 'county', 'ZONE-GX', 'WF');
/** Towns of 寿光 and of 高新区. */
export const TSG = institution('TSG', 'town', '370783101', 'SG');
export const TGX = institution('TGX', 'town', '370705009', 'GX');
export const INSTITUTIONS = { WF, SG, QZ, ZC, KW, GX, TSG, TGX };
const institutions = Object.values(INSTITUTIONS);

const liaisonsIn = (institutionId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${institutionId}.liaison${index + 1}`, institutionId }));

/** Liaisons everywhere, and in every institution a chief contact for every item of these tests. */
export const directory: Directory = {
  institutions,
  chiefLiaisons: [...liaisonsIn('WF', 1), ...['SG', 'QZ', 'ZC', 'KW', 'GX'].flatMap((id) => liaisonsIn(id, 3))],
  chiefContacts: institutions.flatMap(({ id: institutionId }) =>
    ['A01', 'A10', 'A11', 'B02', 'B03', 'C04', 'C06', 'D01', 'P02', 'P03', 'P08', 'P10'].map((itemCode) => ({
      id: `${institutionId}.${itemCode}`,
      institutionId,
      itemCode,
      category: null,
    })),
  ),
  departments: [
    { code: 'WF-ZRJ', nameZh: '市自然资源和规划局', superiorCode: 'SD-ZRT' },
    { code: 'WF-CGJ', nameZh: '市城市管理局', superiorCode: null },
    { code: 'SD-ZRT', nameZh: '山东省自然资源厅', superiorCode: null },
  ],
  regions: Object.entries(REGIONS).map(([nameZh, id]) => ({ id, nameZh })),
};

const GROUP = /^([-~]?)(county|city|province|none|unknown)(?:@([^:]+))?:(.+)$/;

/**
 * `county:A10,B02 city@寿光+青州:P03 -county:C06 ~city:P10`: items by level, in 寿光 unless said otherwise;
 * `-` = not entrusted, `~` = not needed.
 */
export const items = (text: string, home = '寿光'): PlannedItem[] =>
  text
    .split(' ')
    .filter((group) => group !== '')
    .flatMap((group) => {
      const [, mark, level, where = home, codes = ''] = GROUP.exec(group) ?? [];
      if (!codes) throw new Error(`Not a group of items: ${group}`);
      return codes.split(',').map((code) => ({
        code,
        name: `事项${code}`,
        level: level as PlannedItem['level'],
        needed: mark !== '~',
        entrusted: mark !== '-',
        counted: level === 'county' || level === 'city',
        regionIds: where.split('+').map((name) => REGIONS[name] ?? name),
        lineDepartment: 'WF-ZRJ',
      }));
    });

export const anInput = (over: Partial<RoutingInput> = {}): RoutingInput => ({
  first: WF,
  items: [],
  directory,
  projectCategory: null,
  weights: KEY_ITEM_WEIGHTS,
  override: null,
  leadRegionId: null,
  ...over,
});

/** The actions in one line: `transfer_down SG: A10 B02; stays WF: P03`. */
export const routed = (over: Partial<RoutingInput>): string => route(anInput(over)).actions.map(inWords).join('; ');

function inWords(action: Action): string {
  return `${head(action)}: ${action.itemCodes.join(' ')}`.trimEnd();
}

function head(action: Action): string {
  switch (action.kind) {
    case 'transfer_down':
    case 'transfer_up': {
      const copied = action.copiedInstitutionIds.map((id) => ` copy ${id}`).join('');
      return `${action.kind} ${action.toInstitutionId}${copied}`;
    }
    case 'stays':
      return `stays ${action.institutionId}`;
    case 'contact_directly':
      return action.redLight
        ? `red ${action.institutionId} [${action.fallbackLiaisonIds.join(' ')}]`
        : `contact ${action.chiefContactId}`;
    case 'coordinate_province':
      return `coordinate ${action.fromDepartment}→${action.toDepartment}`;
    case 'co_handle':
      return `${action.lead ? 'lead' : 'beside'} ${action.institutionId}`;
    case 'ask':
      return `ask ${action.about}`;
    case 'gap':
      return `gap ${action.missing}`;
  }
}
