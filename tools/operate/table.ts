/** Columns a terminal takes: two for a Chinese character or sign. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );

/** Rows under their heads in columns; a cell shows the first line of its text only. */
export function table(heads: string[], rows: string[][]): string {
  const lines = [heads, ...rows.map((row) => row.map((cell) => cell.split('\n')[0] ?? ''))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const padded = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell));
  return lines.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
}
