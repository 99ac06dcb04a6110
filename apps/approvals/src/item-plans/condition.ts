import type { Facts } from '#libs/reference/rows.js';

/** Whether a condition holds; `null` = not to be said before the `missing` facts are recorded. */
export interface Verdict {
  holds: boolean | null;
  missing: string[];
}

const TERM = /^([a-z][a-z0-9_]*)\s*(!=|>=|<=|=|>|<)\s*([^\s=<>!]+)$/;

/**
 * Evaluates a condition of competence.csv: `fact op value` joined by ` and `, empty = always (R115). A fact not
 * recorded is never false (R120): it matters unless another term is already false. Throws on a condition it cannot read.
 */
export function evaluate(condition: string, facts: Facts): Verdict {
  const terms = condition === '' ? [] : condition.split(' and ').map((term) => evaluateTerm(term.trim(), facts));
  if (terms.some(({ holds }) => holds === false)) return { holds: false, missing: [] };
  const missing = terms.flatMap((term) => term.missing);
  return { holds: missing.length > 0 ? null : true, missing };
}

function evaluateTerm(term: string, facts: Facts): Verdict {
  const [, fact = '', operator = '', wanted = ''] = TERM.exec(term) ?? [];
  const numeric = operator !== '=' && operator !== '!=';
  if (fact === '' || (numeric && Number.isNaN(Number(wanted)))) throw new Error(`Not a condition: "${term}"`);
  const recorded = facts[fact];
  if (recorded === undefined || recorded === '') return { holds: null, missing: [fact] };
  if (!numeric) return { holds: (String(recorded) === wanted) === (operator === '='), missing: [] };
  if (typeof recorded !== 'number') return { holds: null, missing: [fact] };
  return { holds: ordered(recorded, operator, Number(wanted)), missing: [] };
}

function ordered(recorded: number, operator: string, wanted: number): boolean {
  if (recorded === wanted) return operator.endsWith('=');
  return recorded > wanted === operator.startsWith('>');
}

const FACT_NAMES: Record<string, string> = {
  annual_energy_tce: '年综合能耗(吨标准煤)',
  eia_authority: '环评文件审批机关级别(是否列入省级审批目录)',
  forest_area_class: '使用林地面积档次',
  relic_class: '涉及文物保护单位的级别',
  approval_catalogue: '核准目录规定的核准机关级别',
  road_class: '涉及公路的类别',
  water_volume_class: '取水量档次',
  river_class: '涉及河道的管理级别',
  voltage_kv: '供电电压等级(千伏)',
  single_building_m2: '最大单体建筑面积(平方米)',
  building_class: '建筑类别(是否大型公建)',
  residential_floor_area_m2: '住宅小区总建筑面积(平方米)',
  funding: '投资来源(市级投资、县级投资或企业投资)',
};

/** The name people read; a fact that an administrator has added and not yet named is shown by its key. */
export const factName = (fact: string): string => FACT_NAMES[fact] ?? fact;
