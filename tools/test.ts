import { join } from 'node:path';
import { findChromium } from './platform/chromium.js';
import { readSettings } from './platform/config.js';
import type { Settings } from './platform/config.js';
import { DataFolder } from './platform/data-folder.js';
import { startPlatform } from './platform/platform.js';
import type { Platform } from './platform/platform.js';
import { freshDatabase } from './platform/postgres.js';
import { describe } from './platform/sentence.js';
import { endWith, stopOnSignals } from './platform/signals.js';
import { NOT_RUN, runSuite, suitesWith } from './platform/suites.js';
import type { Count, Suite } from './platform/suites.js';
import { Supervisor } from './platform/supervisor.js';

/** One platform a run, begun anew in a folder of its own, with its own ports, databases and topic prefix. */
async function startTestPlatform(settings: Settings, supervisor: Supervisor, suites: Suite[]): Promise<Platform> {
  const databaseUrl = settings.databaseUrl && (await freshDatabase(settings.databaseUrl));
  const own = {
    port: 0,
    topicPrefix: `test-${Date.now()}.`,
    databaseUrl,
    serviceUrls: {},
    jarsFolder: settings.dataFolder,
  };
  const services = suites.includes('flows') || suites.includes('web') ? undefined : [];
  return startPlatform({ ...settings, ...own, mode: 'test', reset: true, services }, supervisor);
}

/** How the suites find the platform of this run. */
const environment = (platform: Platform): NodeJS.ProcessEnv => ({
  TEST_DATABASE_URL: platform.databaseUrl ?? undefined,
  TEST_KAFKA_BROKERS: platform.brokers.join(','),
  TEST_TOPIC_PREFIX: platform.topicPrefix,
  TEST_PLATFORM_URL: platform.url,
  TEST_SMS_CENTRE_URL: platform.smsCentreUrl,
});

async function runAll(suites: Suite[], args: string[]): Promise<Count[]> {
  if (suites.every((suite) => suite === 'unit')) return Promise.all(suites.map((suite) => runSuite(suite, args, {})));
  const settings = readSettings(process.env);
  const supervisor = new Supervisor(new DataFolder(join(settings.dataFolder, 'test')));
  stopOnSignals(supervisor, 130);
  const platform = startTestPlatform(settings, supervisor, suites);
  platform.catch(() => undefined); // told by each suite that needed it
  const counts: Count[] = [];
  for (const suite of suites) counts.push(await runOn(suite, args, platform, supervisor.signal));
  await supervisor.stop();
  return counts;
}

async function runOn(suite: Suite, args: string[], platform: Promise<Platform>, signal: AbortSignal): Promise<Count> {
  if (suite === 'unit') return runSuite(suite, args, {}, signal);
  try {
    const browser = suite === 'web' ? { TEST_CHROMIUM: findChromium(process.env) } : {};
    return await runSuite(suite, args, { ...environment(await platform), ...browser }, signal);
  } catch (error) {
    signal.throwIfAborted();
    console.error(`${suite}: ${describe(error)}`);
    return NOT_RUN;
  }
}

/** Arguments that begin with a dash go to Jest as they are, the others choose test files by a part of their path. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const counts = await runAll(await suitesWith(args.filter((arg) => !arg.startsWith('-'))), args);
  const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0;
}

main().catch((error: unknown) => endWith(error, '0 passed, 1 failed, 0 skipped'));
