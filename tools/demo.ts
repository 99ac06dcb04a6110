import { parseArgs } from 'node:util';
import { DataFolder } from './platform/data-folder.js';
import { readSettings } from './platform/config.js';
import { startPlatform } from './platform/platform.js';
import { Supervisor } from './platform/supervisor.js';
import { House } from './demo/house.js';
import { playAnother, playMain } from './demo/story.js';
import { playRefusals } from './demo/refusals.js';
import { Stage } from './demo/stage.js';

// npm run demo [-- --url http://… --seed 7]: plays the main job through the public API of a running platform, or starts one.

const { values } = parseArgs({ options: { url: { type: 'string' }, seed: { type: 'string', default: '7' } } });

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false; // nobody there: the demo starts a platform of its own
  }
}

async function play(url: string): Promise<void> {
  const stage = new Stage(url);
  stage.chapter(`帮代办通演示 · ${url}`);
  const house = await House.furnish(stage);
  const { institutions, agents } = house.count();
  await stage.tell(`全市${institutions}个市、县(区)帮代办机构、${agents}名五类人员、首席联络员和首席联系人就位`);
  await playMain(stage, house);
  await playRefusals(stage, house);
  await playAnother(stage, house, Number(values.seed));
  stage.chapter('被拒绝的事,逐字核对');
  for (const refusal of stage.refusals) console.log(`  ${refusal}`);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const url = values.url ?? `http://localhost:${settings.port}`;
  if (values.url || (await answers(url))) return await play(url);
  const supervisor = new Supervisor(new DataFolder(settings.dataFolder));
  const platform = await startPlatform({ ...settings, mode: 'demo', reset: false }, supervisor);
  try {
    await play(platform.url);
  } finally {
    await platform.stop();
  }
}

await main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
