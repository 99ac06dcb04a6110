import { type Action, type Ask, type Gap, isOpen } from './actions.js';
import { type Case, codesOf, distinct, leadingRegion, type PlannedItem, type RoutingInput } from './case.js';
import { cityInstitution, countyInstitution, type Institution, regionName } from './directory.js';
import { type MainLevel, tally, type Tally } from './main-level.js';
import { atProvince, elsewhere, ofCase } from './steps.js';

export type Relation = '本级' | '下级' | '上级' | '协助' | '同级他区' | '不计层级' | '权限待确认';

export interface Routing {
  /** For ever (R31). */
  firstInstitutionId: string;
  /** Who handles the case once the actions are carried out; null while something is asked or missing. */
  handlingInstitutionId: string | null;
  tally: Tally;
  /** By weight or by the override; null = nothing counted, or a tie that is asked. */
  mainLevel: MainLevel | null;
  /** Of every needed item to the first institution (R121). */
  relations: { code: string; relation: Relation }[];
  /** Asks and gaps only, as long as there is one; else every entrusted item is in exactly one action. */
  actions: Action[];
}

/**
 * Where each entrusted item of a plan goes, seen from the first institution (R31–R37, R42, R121, R122). Pure; the
 * order of the items does not matter.
 *
 * All counted items at the first institution's own level: nothing is routed (R32). All at one other level: with the
 * first institution's that makes two, so the main level decides as usual; a town has no items of its own at all.
 * Nothing counted: the case stays. Items without a level go with the case, those of the province are only coordinated.
 */
export function route(input: RoutingInput): Routing {
  const needed = input.items.filter((item) => item.needed).sort((a, b) => (a.code < b.code ? -1 : 1));
  const weighed = tally(needed, input.weights);
  const mainLevel = input.override?.mainLevel ?? weighed.main;
  const entrusted = needed.filter((item) => item.entrusted);
  const regionIds = distinct(needed.flatMap((item) => item.regionIds));
  const { handling, actions } = plan({ ...input, entrusted, regionIds, tally: weighed, mainLevel });
  const open = actions.filter(isOpen);
  return {
    firstInstitutionId: input.first.id,
    handlingInstitutionId: open.length === 0 && handling ? handling.id : null,
    tally: weighed,
    mainLevel,
    relations: needed.map((item) => ({ code: item.code, relation: relationTo(input.first, item) })),
    actions: open.length === 0 ? actions : open,
  };
}

/** R121. */
export function relationTo(first: Institution, { level, regionIds }: PlannedItem): Relation {
  switch (level) {
    case 'none':
      return '不计层级';
    case 'unknown':
      return '权限待确认';
    case 'province':
      return '协助';
    case 'city':
      return first.level === 'city' ? '本级' : '上级';
    case 'county':
      if (first.level === 'city') return '下级';
      if (first.level === 'town') return '上级';
      return regionIds.includes(first.regionId) ? '本级' : '同级他区';
  }
}

function plan(routed: Case): { handling: Institution | null; actions: Action[] } {
  const levels = askLevels(routed);
  const questions = levels.length > 0 ? levels : askMainLevel(routed);
  if (questions.length > 0) return { handling: null, actions: questions };
  const handling = handlingInstitution(routed);
  if ('kind' in handling) return { handling: null, actions: [handling] };
  const actions = [
    ...askLead(routed, handling),
    ...ofCase(routed, handling),
    ...elsewhere(routed, handling),
    ...atProvince(routed),
  ];
  return { handling, actions };
}

/** R120: routing stops and asks. */
const askLevels = ({ entrusted }: Case): Ask[] =>
  entrusted
    .filter(({ level }) => level === 'unknown')
    .map(({ code, name }) => ({
      kind: 'ask',
      about: 'item_level',
      itemCodes: [code],
      question: `请确认“${name}”的权限层级。`,
      reason: `“${name}”权限待确认,确认前不能确定主要层级。`,
    }));

/** R122: no level has more than half of the weight. */
function askMainLevel({ entrusted, mainLevel, tally: { county, city } }: Case): Ask[] {
  if (mainLevel !== null || county.items + city.items === 0) return [];
  return [
    {
      kind: 'ask',
      about: 'main_level',
      itemCodes: codesOf(entrusted.filter((item) => item.counted)),
      question: '请首接机构确定主要审批事项属于县级还是市级,并写明理由。',
      reason: `县级权重${county.weight}、市级权重${city.weight},均未过半。`,
    },
  ];
}

/** The institution of the main level; the first one where that is its own level, or where nothing is counted. */
function handlingInstitution(routed: Case): Institution | Ask | Gap {
  const { first, directory, mainLevel, entrusted } = routed;
  if (mainLevel === null || mainLevel === first.level) return first;
  if (mainLevel === 'city') return cityInstitution(directory) ?? noInstitution('市级', codesOf(entrusted));
  const main = entrusted.filter(({ counted, level }) => counted && level === 'county');
  const regionIds = distinct(main.flatMap((item) => item.regionIds));
  const regionId = leadingRegion(routed, first, regionIds.length > 0 ? regionIds : routed.regionIds);
  if (regionId === undefined) return leadQuestion(codesOf(main));
  return countyInstitution(directory, regionId) ?? noInstitution(regionName(directory, regionId), codesOf(main));
}

/** R42: several counties, one lead. */
function askLead(routed: Case, handling: Institution): (Ask | Gap)[] {
  const { regionIds, directory, entrusted } = routed;
  if (regionIds.length < 2) return [];
  const without = regionIds.filter((id) => !countyInstitution(directory, id));
  const lead = leadingRegion(routed, handling, regionIds);
  return [
    ...(lead === undefined ? [leadQuestion(codesOf(entrusted))] : []),
    ...without.map((id) => noInstitution(regionName(directory, id), [])),
  ];
}

const leadQuestion = (itemCodes: string[]): Ask => ({
  kind: 'ask',
  about: 'lead_county',
  itemCodes,
  question: '请首接机构提出牵头县(市、区)。',
  reason: '项目跨多个县(市、区),须由一个县(市、区)牵头,其他协同。',
});

const noInstitution = (where: string, itemCodes: string[]): Gap => ({
  kind: 'gap',
  missing: 'institution',
  itemCodes,
  reason: `${where}尚未设立帮代办机构;请先设立机构。`,
});
