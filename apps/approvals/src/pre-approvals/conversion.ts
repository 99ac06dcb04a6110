import type { PlainDay, WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { ItemRow } from '#libs/reference/rows.js';
import { documentName } from '../filings/prerequisites.js';
import type { MissingCondition } from './eligibility.js';
import type { PreApprovalState } from './pre-approval.machine.js';

/** What the pre-approval was issued for; nothing of it may differ at the conversion (R55). */
export interface Content {
  areaM2: number;
  landUse: string;
  site: string;
}

/** An item whose pre-approval document this one rests on; `formalOn` = day of its formal document, null = not yet (R57). */
export interface Upstream {
  item: Pick<ItemRow, 'outputDoc'>;
  formalOn: PlainDay | null;
}

export interface Conversion {
  state: PreApprovalState;
  missing: readonly MissingCondition[];
  upstream: readonly Upstream[];
  issuedFor: Content;
  current: Content;
}

export type ConversionRefusal =
  | { refused: 'not_in_force' }
  /** R55: to be reviewed again instead of converted. */
  | { refused: 'content_changed'; fields: (keyof Content)[] }
  /** R54, R57, F09; `list` is the sentence's 「1. …;2. …」. */
  | { refused: 'missing_conditions_open' | 'upstream_not_formal'; list: string };

const CONTENT = ['areaM2', 'landUse', 'site'] as const;

/** Why a pre-approval cannot be converted with a formal document of the day `on`; null = it can (R54, R55, R57). */
export function conversionRefusal(conversion: Conversion, on: PlainDay): ConversionRefusal | null {
  const { state, missing, upstream, issuedFor, current } = conversion;
  if (state !== 'issued') return { refused: 'not_in_force' };
  const fields = CONTENT.filter((field) => issuedFor[field] !== current[field]);
  if (fields.length > 0) return { refused: 'content_changed', fields };

  const isLater = (day: PlainDay | null) => day === null || day > on;
  const open = missing.filter(({ metOn }) => isLater(metOn));
  const informal = upstream.filter(({ formalOn }) => isLater(formalOn));
  if (open.length + informal.length === 0) return null;
  return {
    refused: open.length > 0 ? 'missing_conditions_open' : 'upstream_not_formal',
    list: numbered([...open.map(unmet), ...informal.map(unconverted)]),
  };
}

const unmet = ({ name, act }: MissingCondition): string => `${name}尚未${act}`;

function unconverted({ item }: Upstream): string {
  const name = documentName(item);
  return `${name}尚未换发正式${/证书?$/.test(name) ? '证书' : '文件'}`;
}

const numbered = (lines: readonly string[]): string => lines.map((line, index) => `${index + 1}. ${line}`).join(';');

/**
 * The day by which the formal document is due: `workdays` after the last own missing condition was met, conversions
 * upstream not counted (R54); where there is no own one, after the last of those. Null while it is not known.
 */
export function conversionDue(
  { missing, upstream }: Pick<Conversion, 'missing' | 'upstream'>,
  workdays: number,
  calendar: WorkCalendar,
): PlainDay | null {
  const own = missing.map(({ metOn }) => metOn);
  const days = own.length > 0 ? own : upstream.map(({ formalOn }) => formalOn);
  const last = days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
  return last && calendar.addWorkdays(last, workdays);
}
