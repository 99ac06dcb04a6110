import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../platform/root.js';

/** One line of the table and of bench/results.json. */
export interface Metric {
  area: string;
  /** As `command.throughput@64`: what, at how many callers. */
  metric: string;
  value: number;
  unit: string;
  /** The same of what it is measured beside, in the same run; null where there is nothing to compare with. */
  beside: number | null;
  /** How we compare, always so that more is better: value ÷ beside, or beside ÷ value where lower is better. */
  ratio: number | null;
  /** To be reached by the ratio, or by the value where there is none; null = only reported. */
  goal: number | null;
  better: 'higher' | 'lower';
}

type Given = Pick<Metric, 'metric' | 'value' | 'unit' | 'better'> & {
  beside?: number | null;
  goal?: number | null;
};

/** A metric of the messaging area; its ratio follows from value and beside. */
export function messagingMetric({ beside = null, goal = null, ...given }: Given): Metric {
  const ratio = beside === null ? null : given.better === 'higher' ? given.value / beside : beside / given.value;
  return { area: 'messaging', ...given, beside, ratio, goal };
}

/** Whether the goal is reached; null where there is none. */
export function reached({ value, ratio, goal, better }: Metric): boolean | null {
  if (goal === null) return null;
  if (ratio !== null) return ratio >= goal;
  return better === 'higher' ? value >= goal : value <= goal;
}

const number = (value: number | null): string => {
  if (value === null) return '–';
  if (value === 0 || Math.abs(value) >= 100) return String(Math.round(value));
  return value.toPrecision(3);
};

const verdict = (metric: Metric): string => {
  switch (reached(metric)) {
    case null:
      return '';
    case true:
      return 'reached';
    case false:
      return 'MISSED';
  }
};

function goalOf({ goal, ratio, better }: Metric): string {
  if (goal === null) return '';
  return ratio === null && better === 'lower' ? `≤ ${goal}` : `≥ ${goal}`;
}

/** The table people read: goals that were missed say so. */
export function table(metrics: readonly Metric[]): string {
  const head = ['metric 指标', 'measured 实测', 'unit', 'beside 对照', 'ratio 比', 'goal 目标', ''];
  const rows = metrics.map((metric) => [
    metric.metric,
    number(metric.value),
    metric.unit,
    number(metric.beside),
    number(metric.ratio),
    goalOf(metric),
    verdict(metric),
  ]);
  const lines = [head, ...rows];
  const wide = (text: string): number =>
    [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
  const widths = head.map((_, n) => Math.max(...lines.map((line) => wide(line[n] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, n) => cell + ' '.repeat((widths[n] ?? 0) - wide(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Writes bench/results.json, the figures of the last run alone. */
export function keep(metrics: readonly Metric[]): string {
  const file = join(ROOT, 'bench/results.json');
  mkdirSync(join(ROOT, 'bench'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(metrics, null, 2)}\n`);
  return file;
}
