import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.js';

export const SUITES = ['unit', 'operations', 'flows', 'web'] as const;
export type Suite = (typeof SUITES)[number];

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** A suite that could not be run at all counts as one failed test, so that no run without it is green. */
export const NOT_RUN: Count = { passed: 0, failed: 1, skipped: 0 };

const WORKERS: Record<Suite, string[]> = {
  unit: [],
  operations: ['--maxWorkers=2'],
  flows: ['--runInBand'],
  web: ['--runInBand'],
};

interface JestConfig {
  default: { projects: { displayName: string; testMatch: string[] }[] };
}

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** The suites that have a test file matching one of the patterns, or any file when there is no pattern. */
export async function suitesWith(patterns: string[]): Promise<Suite[]> {
  const { default: config } = (await import(join(ROOT, 'jest.config.mjs'))) as JestConfig;
  return SUITES.filter((suite) => {
    const project = config.projects.find(({ displayName }) => displayName === suite);
    const globs = project?.testMatch.map((glob) => glob.replace('<rootDir>/', '')) ?? [];
    const files = globSync(globs, { cwd: ROOT }).filter((file) => !file.includes('node_modules'));
    return files.some(
      (file) => patterns.length === 0 || patterns.some((pattern) => new RegExp(pattern).test(join(ROOT, file))),
    );
  });
}

/** Runs one suite with Jest and counts from its own report. */
export async function runSuite(
  suite: Suite,
  args: string[],
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'bangdaiban-test-'));
  const report = join(folder, 'report.json');
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'node_modules/jest/bin/jest.js'),
  ];
  const options = ['--selectProjects', suite, '--json', `--outputFile=${report}`, ...WORKERS[suite], ...args];
  try {
    const child = spawn(process.execPath, [...jest, ...options], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
      signal,
    });
    await once(child, 'exit');
    return existsSync(report) ? countOf(JSON.parse(readFileSync(report, 'utf8')) as JestResult) : NOT_RUN;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file that could not be loaded has no tests to fail: it counts as one. */
const countOf = (result: JestResult): Count => ({
  passed: result.numPassedTests,
  failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  skipped: result.numPendingTests + result.numTodoTests,
});
