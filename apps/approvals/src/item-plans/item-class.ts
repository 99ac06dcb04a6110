import type { ItemRow } from '#libs/reference/rows.js';
import type { Ruling } from './ruling.js';

// What an item is to the service: one of the four classes of R7, or something that has no level at all (R114).

/** ① approval of the city's own authority · ② public utility · ③ intermediary · ④ province and above. */
export type ItemClass = 1 | 2 | 3 | 4;
export type Mode = '代办' | '协助办理' | '跟踪' | '交易节点' | '单位自办' | '里程碑';

/** R7: the government applies. A14 joins them on granted land, but keeps its level. */
const GOVERNMENT_SIDE: ReadonlySet<string> = new Set(['A05', 'A06']);

/** R114: why an item has no level for counting; null = it has one. */
export function reasonApart({ code, kind, decider }: ItemRow): string | null {
  if (GOVERNMENT_SIDE.has(code)) return '由政府一方申请,只跟踪,不计层级。';
  switch (kind) {
    case '中介服务':
      return '属于中介服务事项,只协助办理,不计层级。';
    case '市政公用服务':
      return '属于市政公用服务事项,不计层级,办理单位只用于确定联系人。';
    case '交易':
      return '属于交易节点,不计层级。';
    case '里程碑':
      return '属于里程碑,不是审批事项,不计层级。';
    case '既有材料':
      return '属于既有材料,由项目单位提供,不计层级。';
    case '行政许可':
    case '行政确认':
    case '备案':
    case '其他':
      return decider === null ? '由项目单位自行办理,不计层级。' : null;
  }
}

/** null = none of the four, or not known before the level is. */
export function classOf({ kind }: ItemRow, level: Ruling['level']): ItemClass | null {
  switch (level) {
    case 'county':
    case 'city':
      return 1;
    case 'province':
      return 4;
    case 'none':
      return kind === '市政公用服务' ? 2 : kind === '中介服务' ? 3 : null;
    case 'unknown':
      return null;
  }
}

/** How agents take part: ① and ② are done for the unit, ③ and ④ only helped with (R7); null while the level is unknown. */
export function modeOf(item: ItemRow, level: Ruling['level'], grantedLand: boolean): Mode | null {
  const { code, kind } = item;
  if (GOVERNMENT_SIDE.has(code) || (code === 'A14' && grantedLand)) return '跟踪';
  const itemClass = classOf(item, level);
  if (itemClass) return itemClass <= 2 ? '代办' : '协助办理';
  if (level === 'unknown') return null;
  if (kind === '交易') return '交易节点';
  return kind === '里程碑' ? '里程碑' : '单位自办';
}
