import { VARIABLES } from './variables.js';
import type { VariableName } from './variables.js';

/** The operator's limit of a whole text with its signature, which takes at most 34 (standards §11). */
const LONGEST = 500;
const SIGNATURE_ROOM = 34;

const PLACEHOLDER = /\{(\w+)\}/g;
const LINK =
  /(https?:\/\/|www\.)\S+|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|cn|net|org|gov|top|xyz|vip|info|cc|io)\b(\/\S*)?/gi;
const IDENTITY_NUMBER = /(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g;
const MOBILE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
const LANDLINE = /(?<![\d-])0\d{2,3}-?\d{7,8}(?![\d-])/g;

export const placeholdersOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];

/** A value as it may stand in a text message: one line, no second signature, no link, phone or identity number, cut to its length. */
export function neutral(value: string, maxLength: number): string {
  const plain = value
    .replace(/\s+/g, ' ')
    .replace(/【/g, '〔')
    .replace(/】/g, '〕')
    .replace(LINK, '(链接略)')
    .replace(IDENTITY_NUMBER, (number) => `${number.slice(0, 4)}**********${number.slice(-4)}`)
    .replace(MOBILE, '$1****$2')
    .replace(LANDLINE, '(电话略)')
    .trim();
  return cut(plain, maxLength);
}

/** By characters as people count them, so that no emoji is halved; counted in UCS-2 units. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length >= maxLength) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text with its variables filled in; null when one has no value, for the operator takes no empty variable. */
export function fillIn(text: string, values: Partial<Record<string, string>>): string | null {
  const filled = placeholdersOf(text).map((name): [string, string] => {
    const limit = VARIABLES[name as VariableName].maxLength;
    return [name, neutral(values[name] ?? '', limit)];
  });
  if (filled.some(([, value]) => value === '')) return null;
  const byName = new Map(filled);
  return text.replace(PLACEHOLDER, (_, name: string) => byName.get(name) ?? '');
}

/** Why an operator would not take this text; empty when it would. Its variables count with their greatest length. */
export function unfitness(text: string): string[] {
  const names = placeholdersOf(text) as VariableName[];
  const longest = names.reduce((sum, name) => sum + VARIABLES[name].maxLength, text.replace(PLACEHOLDER, '').length);
  const found = (pattern: RegExp): boolean => text.search(pattern) >= 0;
  const faults: [boolean, string][] = [
    [/[【】]/.test(text), '不能包含【】,签名由通道统一添加'],
    [found(LINK), '不能包含链接'],
    [found(IDENTITY_NUMBER), '不能包含身份证号码'],
    [found(MOBILE) || found(LANDLINE), '不能包含电话号码'],
    [/[{}]/.test(text.replace(PLACEHOLDER, '')), '变量须写作{变量名}'],
    [/[\r\n]/.test(text), '不能换行'],
    [longest > LONGEST - SIGNATURE_ROOM, `变量填满后共${longest}字,最多${LONGEST - SIGNATURE_ROOM}字`],
  ];
  return faults.filter(([broken]) => broken).map(([, reason]) => reason);
}
