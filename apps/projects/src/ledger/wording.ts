import type { FactData, FactType, Stream } from '#libs/contracts/define.js';
import type { Names } from '../directory/names.js';

/** How a sentence names things; what is not known by name yet gets a plain noun, never a code or an id. */
export interface Wording {
  department: (code: string) => string;
  institution: (id: string) => string;
  agent: (id: string) => string;
  region: (id: string) => string;
  item: (code: string) => string;
  items: (codes: readonly string[] | null) => string;
}

export function wordingOf(names: Names): Wording {
  const item = (code: string): string => `“${names.get(code) ?? '有关事项'}”`;
  return {
    department: (code) => names.get(code) ?? '有关部门',
    institution: (id) => names.get(id) ?? '有关帮代办机构',
    agent: (id) => names.get(id) ?? '帮代办人员',
    region: (id) => names.get(id) ?? '有关地区',
    item,
    items: (codes) => (codes ? `${codes.map(item).join('、')}共${codes.length}项` : '全部事项'),
  };
}

/** One sentence for every fact type of a stream; a type without one does not compile. */
export type Sentences<S extends Stream> = { [T in FactType<S>]: (data: FactData<S, T>, say: Wording) => string };
