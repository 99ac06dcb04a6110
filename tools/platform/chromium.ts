import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Sentence } from './sentence.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** The browser, and the fonts without which its Chinese is boxes. */
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const found = (path: string): string | undefined =>
  path
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

/** The Chromium of this machine (`CHROMIUM` names another); on Debian it is installed when missing. */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const named = env.CHROMIUM ?? found(env.PATH ?? '');
  if (named && existsSync(named)) return named;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) install(env);
  const installed = found(env.PATH ?? '');
  if (installed) return installed;
  throw new Sentence(
    `没有找到 Chromium:请安装 ${PACKAGES.join(' 和 ')},或以 CHROMIUM=路径 指明。`,
    `There is no Chromium: install ${PACKAGES.join(' and ')}, or name it by CHROMIUM=path.`,
  );
}

function install(env: NodeJS.ProcessEnv): void {
  process.stderr.write(`正在安装 ${PACKAGES.join('、')}… Installing ${PACKAGES.join(', ')}…\n`);
  const quiet = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] as const };
  spawnSync('apt-get', ['update', '-qq'], { ...quiet, stdio: [...quiet.stdio] });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
    ...quiet,
    stdio: [...quiet.stdio],
  });
}
