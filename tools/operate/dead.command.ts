import { Command, Option, SubCommand, CommandRunner } from 'nest-commander';
import type { Output, Service } from '#libs/contracts/define.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { Sentence } from '../platform/sentence.js';
import { ServiceCommand } from './service-command.js';
import type { OfService } from './service-command.js';
import { table } from './table.js';

type Dead = Output<(typeof OPERATOR)['projects']['listDeadRecords']>['items'][number];

const STATES: Record<Dead['state'], string> = {
  dead: '待处置 dead',
  waiting: '排队 waiting',
  redriven: '重新处理中 redriven',
  applied: '已处理 applied',
  discarded: '已放弃 discarded',
};
const PAGE = 200;

abstract class DeadCommand extends ServiceCommand {
  protected async *records(service: Service, resolved: boolean): AsyncGenerator<Dead> {
    const client = await this.session.client();
    for (let page = 1; ; page += 1) {
      const asked = { page, pageSize: PAGE, resolved: resolved ? ('true' as const) : ('false' as const) };
      const { items } = await client.call(OPERATOR[service].listDeadRecords, asked);
      yield* items;
      if (items.length < PAGE) return;
    }
  }

  /** By the number people read, or by id. */
  protected async idOf(service: Service, given: string | undefined): Promise<string> {
    if (given === undefined) throw new Sentence('请给出记录的编号。', 'Give the number of the record.');
    if (!/^\d+$/.test(given)) return given;
    for (const resolved of [false, true]) {
      for await (const { id, number } of this.records(service, resolved)) if (number === Number(given)) return id;
    }
    throw new Sentence(`${service} 没有第 ${given} 号记录。`, `${service} has no record number ${given}.`);
  }
}

@SubCommand({ name: 'list', description: '列出处理不了的记录 · records that could not be handled' })
export class ListDead extends DeadCommand {
  @Option({ flags: '--resolved', description: '已处置的 · those that were decided' })
  resolved(): boolean {
    return true;
  }

  async run(_: string[], { service, resolved = false }: OfService & { resolved?: boolean }): Promise<void> {
    const rows: string[][] = [];
    for await (const { number, state, fact, key, attempts, diedAt, reason } of this.records(service, resolved)) {
      rows.push([`${number}`, STATES[state], fact ?? '–', key ?? '–', `${attempts}`, diedAt, reason]);
    }
    if (rows.length === 0) console.log(`${service}:没有记录 · none`);
    else console.log(table(['编号', '状态', '事实', '聚合', '次数', '时间', '原因'], rows));
  }
}

@SubCommand({ name: 'show', arguments: '<number>', description: '查看一条 · one of them' })
export class ShowDead extends DeadCommand {
  async run([given]: string[], { service }: OfService): Promise<void> {
    const client = await this.session.client();
    const found = await client.call(OPERATOR[service].showDeadRecord, { id: await this.idOf(service, given) });
    const headers = Object.entries(found.headers).map(([name, value]) => `${name}: ${value}`);
    const lines: [string, string][] = [
      ['编号 number', `${found.number}(${found.id})`],
      ['状态 state', STATES[found.state]],
      ['位置 position', `${found.topic}/${found.partition}@${found.offset}`],
      ['事实 fact', `${found.fact ?? '–'} ${found.factId ?? ''}`],
      ['聚合 key', found.key ?? '–'],
      ['次数 attempts', `${found.attempts}`],
      ['时间 died at', found.diedAt],
      ['原因 reason', found.reason],
      ['处置 resolution', [found.resolvedAt, found.resolution].filter(Boolean).join(' ') || '–'],
      ['消息头 headers', headers.join('; ') || '–'],
      ['内容 value', found.value ?? '–'],
    ];
    for (const [name, value] of lines) console.log(`${name}: ${value}`);
  }
}

@SubCommand({ name: 'redrive', arguments: '<number>', description: '重新处理 · handle it again' })
export class RedriveDead extends DeadCommand {
  async run([given]: string[], { service }: OfService): Promise<void> {
    const client = await this.session.client();
    const id = await this.idOf(service, given);
    const { number, state } = await client.call(OPERATOR[service].redriveDeadRecord, { id });
    console.log(`第 ${number} 号:${STATES[state]}`);
  }
}

@SubCommand({ name: 'discard', arguments: '<number>', description: '说明原因后放弃 · give it up with a reason' })
export class DiscardDead extends DeadCommand {
  @Option({ flags: '--reason <text>', description: '原因 · the reason', required: true })
  reason(text: string): string {
    return text;
  }

  async run([given]: string[], { service, reason }: OfService & { reason: string }): Promise<void> {
    const client = await this.session.client();
    const id = await this.idOf(service, given);
    const { number, state } = await client.call(OPERATOR[service].discardDeadRecord, { id, reason });
    console.log(`第 ${number} 号:${STATES[state]}`);
  }
}

@Command({
  name: 'dead',
  description: '处理不了的记录 · records that could not be handled',
  subCommands: [ListDead, ShowDead, RedriveDead, DiscardDead],
})
export class DeadRecords extends CommandRunner {
  run(): Promise<void> {
    return Promise.resolve(this.command.help());
  }
}
