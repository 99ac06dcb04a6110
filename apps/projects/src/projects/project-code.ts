import type { CODE_FORMATS } from '#libs/contracts/projects.js';

export type CodeFormat = (typeof CODE_FORMATS)[number];

export interface ProjectCode {
  /** With hyphens, as it is stored and exchanged. */
  code: string;
  format: CodeFormat;
}

/** Time, region, guiding department, type, serial; papers before 2021 have serials of 5 digits too. */
const SHAPE = /^(\d{2})(\d{2})([1-6]\d{5})(\d{2})(\d{2})(\d{5,6})$/;

/**
 * A project code of GB/T 40058-2021 (YYMM first) or of the form before it (year first); null when it is neither. The
 * check digit is never judged. 2001–2012 reads as both, a month of 2020 and a year: unknown.
 */
export function readProjectCode(written: string): ProjectCode | null {
  const digits = written.normalize('NFKC').replace(/[-\s‐-―−]/g, '');
  const [, century, month, region, department, type, serial] = SHAPE.exec(digits) ?? [];
  if (!century || !month || !region || !department || !type || !serial) return null;
  const format = formatOf(century, Number(month), serial);
  return format && { code: [century + month, region, department, type, serial].join('-'), format };
}

function formatOf(century: string, month: number, serial: string): CodeFormat | null {
  const isMonth = month >= 1 && month <= 12;
  if (serial.length === 5) return century === '20' ? 'old' : null;
  if (century === '20') return isMonth ? 'unknown' : 'old';
  return isMonth ? 'new' : null;
}
