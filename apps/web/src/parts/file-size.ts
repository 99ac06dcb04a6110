const UNITS = ['B', 'kB', 'MB', 'GB'];

/** Bytes as people read them: `20 kB`, `1.5 MB`. */
export function fileSize(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)));
  const amount = bytes / 1000 ** power;
  return `${amount < 10 && power > 0 ? amount.toFixed(1).replace('.0', '') : Math.round(amount)} ${UNITS[power] ?? 'B'}`;
}
