import { parseArgs } from 'node:util';
import { furnishedAccounts } from './demo/accounts.js';
import { DEMO_PASSWORD } from './demo/stage.js';
import { runCompose } from './platform/compose.js';
import { readSettings } from './platform/config.js';
import type { Settings } from './platform/config.js';
import { DataFolder } from './platform/data-folder.js';
import { startPlatform } from './platform/platform.js';
import type { Platform } from './platform/platform.js';
import { Sentence } from './platform/sentence.js';
import { endWith, stopOnSignals } from './platform/signals.js';
import { Supervisor } from './platform/supervisor.js';

function readFlags(): { reset: boolean; compose: boolean } {
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean' }, compose: { type: 'boolean' } } });
    return { reset: values.reset ?? false, compose: values.compose ?? false };
  } catch (error) {
    const given = process.argv.slice(2).join(' ');
    const sentence = new Sentence(
      `不认识的参数“${given}”:可用的有 --reset(重新开始)和 --compose(用容器)。`,
      `Unknown argument “${given}”: there are --reset (begin anew) and --compose (use containers).`,
    );
    throw Object.assign(sentence, { cause: error });
  }
}

async function sayReady({ url, smsCentreUrl }: Pick<Platform, 'url' | 'smsCentreUrl'>): Promise<void> {
  const seconds = (performance.now() / 1000).toFixed(1);
  const accounts = await furnishedAccounts(url);
  console.log(`
帮代办通已就绪 · Bangdaiban is ready (${seconds} s)

  平台 Platform             ${url}
  接口文档 API documents    ${url}/api/docs
  短信中心 SMS centre       ${smsCentreUrl}
  演示账号 Demo accounts    密码均为 / password ${DEMO_PASSWORD}
${accounts.map(({ username, title }) => `    ${username.padEnd(14)}${title}`).join('\n')}

按 Ctrl-C 停止 · Ctrl-C stops it
`);
}

/** A new beginning empties what is embedded; other people's servers are not ours to empty. */
function requireEmbedded({ databaseUrl, serviceUrls, brokers }: Settings): void {
  if (!databaseUrl && !brokers && Object.keys(serviceUrls).length === 0) return;
  throw new Sentence(
    '--reset 只清空内置的数据库和 Kafka:请自行清空 DATABASE_URL 与 KAFKA_BROKERS 指定的服务器。',
    '--reset empties the embedded servers only: empty those of DATABASE_URL and KAFKA_BROKERS yourself.',
  );
}

async function main(): Promise<void> {
  const { reset, compose } = readFlags();
  const settings = readSettings(process.env);
  if (compose) {
    const smsCentreUrl = `http://localhost:${process.env['SMS_CENTRE_PORT'] ?? 8025}`;
    return runCompose(reset, () => sayReady({ url: `http://localhost:${settings.port}`, smsCentreUrl }));
  }
  if (reset) requireEmbedded(settings);
  const supervisor = new Supervisor(new DataFolder(settings.dataFolder));
  stopOnSignals(supervisor, 0);
  await sayReady(await startPlatform({ ...settings, mode: 'demo', reset }, supervisor));
}

main().catch(endWith);
