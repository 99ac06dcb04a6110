// RFC 4180, for people who open it in a spreadsheet: nothing in it may run, and nothing may be taken for a number that is none.

/** A number, or text as it is; null is an empty cell. */
export type Cell = string | number | null;

/** By it spreadsheets know that the file is UTF-8. */
export const BOM = '\ufeff';

/** What a spreadsheet would calculate, with the full-width forms of these signs. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/u;
/** Digits that would lose their zeros, their end or their meaning: codes, telephone numbers, `2025-03`, `1E5`. */
const NUMERAL = /^[\d\s.,:/()-]*\d[\d\s.,:/()-]*(e\d+)?$/i;
/** `2026-11-23` and `2026-11-23 09:30` may be taken for what they are. */
const DATE = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/;

/** One row with its line end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = guarded(value);
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An apostrophe keeps a formula from running, a tab keeps a numeral text. */
function guarded(text: string): string {
  if (FORMULA.test(text)) return `'${text}`;
  return NUMERAL.test(text) && !DATE.test(text) ? `\t${text}` : text;
}
