import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from './platform/root.js';

interface Step {
  name: string;
  args: string[];
}

const bin = (path: string): string => join(ROOT, 'node_modules', path);
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')];
const DOCS = join(ROOT, 'dist/tools/docs.js');

/** The slow ones first, so that two at a time end together. */
const STEPS: Step[] = [
  { name: 'lint 代码规则', args: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  {
    name: 'types 类型',
    args: [bin('typescript/bin/tsc'), '-p', '.', '--incremental', '--tsBuildInfoFile', bin('.cache/tsc.json')],
  },
  {
    name: 'web types 网页类型',
    args: [bin('typescript/bin/tsc'), '-p', 'apps/web', '--incremental', '--tsBuildInfoFile', bin('.cache/web.json')],
  },
  { name: 'unit tests 单元测试', args: [...JEST, '--selectProjects', 'unit', '--silent'] },
  { name: 'format 格式', args: [bin('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level=warn', '.'] },
  { name: 'boundaries 模块边界', args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'apps', 'libs', 'tools'] },
  ...(existsSync(DOCS) ? [{ name: 'generated documents 生成的文档', args: [DOCS, '--check'] }] : []),
];
const AT_ONCE = 2;

async function passes({ name, args }: Step): Promise<boolean> {
  const from = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, [code]] = await Promise.all([
    Promise.all([text(child.stdout), text(child.stderr)]),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  if (code !== 0) console.log(output.join('').trimEnd());
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0;
}

async function main(): Promise<void> {
  const waiting = [...STEPS];
  let failed = 0;
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await passes(step))) failed += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  console.log(failed === 0 ? '全部通过 · all passed' : `${failed} 项未通过 · ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
