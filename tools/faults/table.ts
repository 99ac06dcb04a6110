import type { Untried } from './case.js';
import type { Result } from './run.js';

const HEAD = ['', '故障 Fault', '次 tried', '经受 survived', '请求 intents', '丢 lost', '重 doubled', '复原 s'];

/** Columns a terminal needs: Chinese characters and full-width signs take two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[ᄀ-￯]/.test(sign) ? 2 : 1), 0);

/** What was tried, as a table; one line a fault. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ fault, tried, survived, intents, lost, doubled, seconds }) => [
    String(fault.number),
    fault.name.join(' '),
    String(tried),
    survived ? '是 yes' : '否 NO',
    String(intents),
    String(lost),
    String(doubled),
    seconds.toFixed(1),
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => widthOf(row[column] ?? ''))));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [HEAD, ...rows].map(line).join('\n');
}

/** Faults that were not tried, each with its reason. */
export const untried = (faults: readonly Untried[]): string =>
  faults.map(({ number, name, reason }) => `${number}  ${name.join(' ')}: ${reason}`).join('\n');

/** The last line of a run. */
export function lastLine(results: readonly Result[]): string {
  const sum = (key: 'lost' | 'doubled') => results.reduce((total, result) => total + result[key], 0);
  const survived = results.filter((result) => result.survived).length;
  return `faults: ${results.length} tried, ${survived} survived, ${sum('lost')} lost, ${sum('doubled')} doubled`;
}
