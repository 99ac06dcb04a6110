import type { Action, CoordinateProvince, Gap } from './actions.js';
import { type Case, codesOf, homeOf, leadingRegion, type PlannedItem } from './case.js';
import { chiefContactOf, type Institution, liaisonsOf } from './directory.js';

// The actions of a case whose handling institution is settled.

const LEVEL_ZH = { county: '县级', city: '市级' } as const;

/** Items without a level go with the case; the others belong to the institution of their level and region. */
const belongsTo = (routed: Case, handling: Institution, owner: Institution) => (item: PlannedItem) =>
  item.level === 'none' ? owner.id === handling.id : homeOf(routed, handling, item)?.id === owner.id;

/** R33, R34, R35: the transfer to the handling institution, or the gap that forbids it; R32: nothing to transfer. */
export function ofCase(routed: Case, handling: Institution): Action[] {
  const { first, entrusted } = routed;
  const own = codesOf(entrusted.filter(belongsTo(routed, handling, handling)));
  if (handling.id === first.id) return [stays(first, own, `${whyMain(routed)},由首接机构${first.name}办理。`)];
  const kept = codesOf(entrusted.filter(belongsTo(routed, handling, first)));
  const moved = transfer(routed, handling, own);
  return kept.length === 0 ? [moved] : [moved, stays(first, kept, `属于${first.name}本级权限,留在首接机构办理。`)];
}

const stays = (first: Institution, itemCodes: string[], reason: string): Action => ({
  kind: 'stays',
  institutionId: first.id,
  itemCodes,
  reason,
});

function transfer(routed: Case, to: Institution, itemCodes: string[]): Action {
  const { first, directory } = routed;
  const liaisonIds = liaisonsOf(directory, to.id);
  if (liaisonIds.length === 0) {
    const reason = `${to.name}尚未确定首席联络员,不能转交;请先确定首席联络员。`;
    return { kind: 'gap', missing: 'chief_liaison', itemCodes, reason };
  }
  const down = first.level === 'city';
  const copied = first.level === 'town' && to.level === 'city' ? first.parentId : null;
  const reason = `${whyMain(routed)},属于${down ? '下级' : '上级'}权限,联系首席联络员,转交${to.name}代办。`;
  return {
    kind: down ? 'transfer_down' : 'transfer_up',
    toInstitutionId: to.id,
    liaisonIds,
    copiedInstitutionIds: copied === null ? [] : [copied],
    itemCodes,
    reason,
  };
}

function whyMain({ override, mainLevel, tally: { county, city } }: Case): string {
  if (mainLevel === null) return '委托事项中没有计入层级的审批事项';
  const level = LEVEL_ZH[mainLevel];
  if (override) return `首接机构人工确定主要审批事项在${level}(理由:${override.reason})`;
  return `县级${county.items}项、权重${county.weight},市级${city.items}项、权重${city.weight},主要审批事项在${level}`;
}

/** R36: no transfer; the line department coordinates with the body above it. */
export function atProvince({ entrusted, directory: { departments } }: Case): Action[] {
  const department = (code: string | null) => departments.find((each) => each.code === code);
  return entrusted
    .filter(({ level }) => level === 'province')
    .map((item): CoordinateProvince | Gap => {
      const from = department(item.lineDepartment);
      const to = department(from?.superiorCode ?? null);
      const itemCodes = [item.code];
      if (!from || !to) {
        const reason = `“${item.name}”没有对应的市级行业主管部门或其上级部门,请先在部门目录中补充。`;
        return { kind: 'gap', missing: 'province_department', itemCodes, reason };
      }
      const reason = `“${item.name}”属于省级以上权限,不转交;按业务对口由${from.nameZh}协调${to.nameZh}办理。`;
      return { kind: 'coordinate_province', fromDepartment: from.code, toDepartment: to.code, itemCodes, reason };
    });
}

interface Away {
  item: PlannedItem;
  home: Institution | undefined;
}

/**
 * Items that belong neither to the handling nor to the first institution: co-handled where a county beside them, or
 * one of the several the project lies in, has them (R42, R121); else straight to their chief contact (R37).
 */
export function elsewhere(routed: Case, handling: Institution): Action[] {
  const { first, entrusted } = routed;
  const away = entrusted
    .filter(({ level }) => level === 'county' || level === 'city')
    .map((item): Away => ({ item, home: homeOf(routed, handling, item) }))
    .filter(({ home }) => home?.id !== handling.id && home?.id !== first.id);
  const partners = partnersOf(routed, handling, away);
  const few = away.filter(({ home }) => !home || !partners.includes(home));
  return [
    ...partners.map((partner) => coHandle(routed, handling, partner, away)),
    ...few.map((each) => contactDirectly(routed, each)),
  ];
}

function partnersOf({ first, regionIds, directory }: Case, handling: Institution, away: readonly Away[]) {
  const several = regionIds.length > 1;
  const beside = several || first.level === 'county';
  return directory.institutions
    .filter(({ id, level }) => level === 'county' && id !== first.id && id !== handling.id)
    .filter(
      (county) =>
        (several && regionIds.includes(county.regionId)) || (beside && away.some(({ home }) => home?.id === county.id)),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function coHandle(routed: Case, handling: Institution, partner: Institution, away: readonly Away[]): Action {
  const { regionIds } = routed;
  const lead = leadingRegion(routed, handling, regionIds) === partner.regionId;
  const why = regionIds.length > 1 ? '项目跨多个县(市、区)' : '权限属于同级其他地区';
  return {
    kind: 'co_handle',
    institutionId: partner.id,
    lead,
    itemCodes: codesOf(away.filter(({ home }) => home?.id === partner.id).map(({ item }) => item)),
    reason: `${why},由${partner.name}${lead ? '牵头' : '协同'}办理。`,
  };
}

function contactDirectly({ directory, projectCategory }: Case, { item, home }: Away): Action {
  const contact = home ? chiefContactOf(directory, home.id, item.code, projectCategory) : null;
  return {
    kind: 'contact_directly',
    institutionId: home?.id ?? null,
    chiefContactId: contact,
    fallbackLiaisonIds: home && contact === null ? liaisonsOf(directory, home.id) : [],
    redLight: contact === null,
    itemCodes: [item.code],
    reason: whyContact(item, home, contact),
  };
}

function whyContact({ name }: PlannedItem, home: Institution | undefined, contact: string | null): string {
  if (!home) return `“${name}”权限不在本层级,但该层级没有帮代办机构,请先设立机构。`;
  return contact === null
    ? `${home.name}尚未确定“${name}”的首席帮代办联系人,由首接机构联系该机构首席联络员。`
    : `“${name}”属于少数事项且权限不在本层级,由首接机构直接联系${home.name}该事项的首席帮代办联系人。`;
}
