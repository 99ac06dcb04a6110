import { setTimeout as sleep } from 'node:timers/promises';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import type { Client } from '#libs/client/client.js';
import { factByName } from '#libs/contracts/streams.js';
import { SERVICES } from '#libs/contracts/define.js';
import type { Service } from '#libs/contracts/define.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { Sentence } from '../platform/sentence.js';
import { ServiceCommand } from './service-command.js';
import type { OfService } from './service-command.js';
import { table } from './table.js';

/** All there are: the owners' own clocks say which, and none of them may be ahead of this machine's. */
const ALWAYS = { from: '1970-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };
const STILL_MS = 30_000;

@SubCommand({ name: 'list', description: '由事实汇成的表 · tables that are made from facts' })
export class ListProjections extends ServiceCommand {
  async run(_: string[], { service }: OfService): Promise<void> {
    const client = await this.session.client();
    const { items } = await client.call(OPERATOR[service].listProjections, {});
    const rows = items.map(({ name, tables, facts, rebuiltAt, handled }) => [
      name,
      tables.join(','),
      facts.join(','),
      rebuiltAt ? `${rebuiltAt}(${handled})` : '–',
    ]);
    console.log(rows.length === 0 ? `${service}:没有 · none` : table(['名称', '表', '事实', '上次重建'], rows));
  }
}

@SubCommand({
  name: 'rebuild',
  arguments: '<name>',
  description: '清空后由事实重建,完成后返回 · empty it and make it again from the facts',
})
export class RebuildProjection extends ServiceCommand {
  async run([name = '']: string[], { service }: OfService): Promise<void> {
    const client = await this.session.client();
    const { facts } = await client.call(OPERATOR[service].rebuildProjection, { name });
    const expected = await republish(client, facts, `${service}.${name}`);
    console.log(`${name} 已清空,${expected} 条事实正在重新发送 · emptied, ${expected} facts are sent again`);
    await arrived(client, service, { name, expected });
    console.log(`${name} 已重建 · rebuilt`);
  }
}

/** By each owner its own; how many they are. */
async function republish(client: Client, facts: string[], projection: string): Promise<number> {
  const counts = SERVICES.map(async (owner) => {
    const own = facts.filter((fact) => factByName(fact).stream.service === owner);
    if (own.length === 0) return 0;
    return (await client.call(OPERATOR[owner].republishFacts, { ...ALWAYS, facts: own, projection })).facts;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function arrived(
  client: Client,
  service: Service,
  { name, expected }: { name: string; expected: number },
): Promise<void> {
  let last = { handled: -1, at: Date.now() };
  for (;;) {
    const { items } = await client.call(OPERATOR[service].listProjections, {});
    const handled = items.find((item) => item.name === name)?.handled ?? 0;
    if (handled >= expected) return;
    if (handled !== last.handled) last = { handled, at: Date.now() };
    if (Date.now() - last.at > STILL_MS) {
      throw new Sentence(
        `${expected} 条中只到了 ${handled} 条,已停顿 ${STILL_MS / 1_000} 秒:请查看 dead list --service ${service}。`,
        `Only ${handled} of ${expected} have arrived and nothing moves: see dead list --service ${service}.`,
      );
    }
    await sleep(500);
  }
}

@Command({
  name: 'projection',
  description: '由事实汇成的表 · tables made from facts',
  subCommands: [ListProjections, RebuildProjection],
})
export class Projections extends CommandRunner {
  run(): Promise<void> {
    return Promise.resolve(this.command.help());
  }
}
