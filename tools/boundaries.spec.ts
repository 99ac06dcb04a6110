import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve('.');

/** Every wall with a module that breaks it: file → text. What they import exists and is innocent. */
const BROKEN: Record<string, { file: string; text: string }> = {
  'apps-apart': {
    file: 'apps/agents/src/neighbour.ts',
    text: "export { project } from '#apps/projects/src/project.js';",
  },
  'libs-below-apps': {
    file: 'libs/files/upwards.ts',
    text: "export { project } from '#apps/projects/src/project.js';",
  },
  'contracts-only-zod': { file: 'libs/contracts/node.ts', text: "export { join } from 'node:path';" },
  'client-only-contracts': { file: 'libs/client/wide.ts', text: "export { bus } from '#libs/messaging/bus.js';" },
  'client-without-node': { file: 'libs/client/node.ts', text: "export { join } from 'node:path';" },
  'kafka-in-messaging': { file: 'apps/agents/src/kafka.ts', text: "export { Kafka } from 'kafkajs';" },
  'calendar-pure': { file: 'libs/calendar/stored.ts', text: "export { DataSource } from 'typeorm';" },
  'tests-stay-out': {
    file: 'apps/agents/src/testing.ts',
    text: "export { operations } from '#libs/testing/operations.js';",
  },
  'no-dev-dependency': { file: 'apps/agents/src/dev.ts', text: "export { check } from 'fast-check';" },
  'no-cycles': {
    file: 'libs/files/round.ts',
    text: "import { trip } from './trip.js';\nexport const round = (): unknown => trip;",
  },
  resolvable: { file: 'libs/files/nowhere.ts', text: "export { nothing } from './nothing.js';" },
  'no-orphans': { file: 'libs/files/alone.ts', text: 'export const alone = 1;' },
};

const INNOCENT: Record<string, string> = {
  'apps/projects/src/project.ts': "export { bus as project } from '#libs/messaging/bus.js';",
  'libs/messaging/bus.ts': "export { Kafka as bus } from 'kafkajs';",
  'libs/testing/operations.ts': "export { check as operations } from 'fast-check';",
  'libs/files/trip.ts': "import { round } from './round.js';\nexport const trip = (): unknown => round;",
  'libs/contracts/define.ts': "export { z } from 'zod';",
  'libs/client/client.ts': "export { z } from '#libs/contracts/define.js';",
};

/** Faults of style: the rule that must see each, and where it may not. */
const UGLY: [rule: string, file: string, text: string][] = [
  ['no-restricted-properties', 'apps/agents/src/reads.ts', "export const port = process.env['PORT'];"],
  ['no-restricted-syntax', 'apps/agents/src/default.ts', 'export default 1;'],
  ['no-restricted-syntax', 'apps/agents/src/enum.ts', 'export enum Level { City }'],
  ['@typescript-eslint/no-explicit-any', 'apps/agents/src/any.ts', 'export const anything = (x: any): unknown => x;'],
  [
    '@typescript-eslint/no-non-null-assertion',
    'apps/agents/src/sure.ts',
    'export const first = (x: number[]): number => x[0]!;',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'apps/agents/src/float.ts',
    'export const go = (): void => { Promise.resolve(1); };',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'apps/agents/src/half.ts',
    "export function name(x: 'a' | 'b'): string { switch (x) { case 'a': return x; } return ''; }",
  ],
  [
    'no-restricted-syntax',
    'apps/agents/src/many.ts',
    'export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;',
  ],
  ['no-console', 'apps/agents/src/says.ts', "export const say = (): void => console.log('x');"],
];

let fixture: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(fixture, file)), { recursive: true });
  writeFileSync(join(fixture, file), `${text}\n`);
}

function run(program: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: fixture,
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return stdout;
}

beforeAll(() => {
  fixture = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const file of ['package.json', 'tsconfig.json', 'eslint.config.mjs'])
    cpSync(join(ROOT, file), join(fixture, file));
  symlinkSync(join(ROOT, 'node_modules'), join(fixture, 'node_modules'));
  for (const [file, text] of Object.entries(INNOCENT)) write(file, text);
  for (const { file, text } of Object.values(BROKEN)) write(file, text);
  for (const [, file, text] of UGLY) write(file, text);
  write('apps/agents/src/config.ts', "export const port = process.env['PORT'];");
});
afterAll(() => rmSync(fixture, { recursive: true }));

describe('the walls between modules', () => {
  let violations: { from: string; rule: { name: string } }[];
  beforeAll(() => {
    const args = ['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
    const report = JSON.parse(run('dependency-cruiser/bin/dependency-cruise.mjs', args)) as {
      summary: { violations: typeof violations };
    };
    violations = report.summary.violations;
  });

  const rulesOf = (file: string): string[] =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  it.each(Object.entries(BROKEN))('%s is seen to be broken', (rule, { file }) => {
    expect(rulesOf(file)).toContain(rule);
  });

  it.each(Object.keys(INNOCENT).filter((file) => !file.endsWith('trip.ts')))('%s breaks none', (file) => {
    expect(rulesOf(file)).toEqual([]);
  });
});

describe('the rules of style', () => {
  let messages: Map<string, (string | null)[]>;
  beforeAll(() => {
    const report = JSON.parse(run('eslint/bin/eslint.js', ['--format', 'json', 'apps/agents'])) as {
      filePath: string;
      messages: { ruleId: string | null }[];
    }[];
    messages = new Map(report.map(({ filePath, messages }) => [filePath, messages.map(({ ruleId }) => ruleId)]));
  });

  const rulesOf = (file: string): (string | null)[] =>
    [...messages].find(([path]) => path.endsWith(file))?.[1] ?? ['not linted'];

  it.each(UGLY)('%s is seen to be broken in %s', (rule, file) => {
    expect(rulesOf(file)).toEqual([rule]);
  });

  it('config.ts alone may read the environment', () => {
    expect(rulesOf('apps/agents/src/config.ts')).toEqual([]);
  });
});
