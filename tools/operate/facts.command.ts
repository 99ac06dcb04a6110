import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { OPERATOR } from '#libs/contracts/operator.js';
import { Sentence } from '../platform/sentence.js';
import { ServiceCommand } from './service-command.js';
import type { OfService } from './service-command.js';

interface Span extends OfService {
  from: string;
  to: string;
  facts?: string[];
}

function instant(text: string): string {
  const time = Date.parse(text);
  if (Number.isFinite(time)) return new Date(time).toISOString();
  throw new Sentence(`“${text}”不是时间,例如 2026-11-23T09:00:00+08:00。`, `“${text}” is no time.`);
}

@SubCommand({ name: 'republish', description: '重新发送一段时间内的事实 · send the facts of a span of time again' })
export class RepublishFacts extends ServiceCommand {
  @Option({ flags: '--from <time>', description: '从 · since', required: true })
  from(text: string): string {
    return instant(text);
  }

  @Option({ flags: '--to <time>', description: '到(不含)· until', required: true })
  to(text: string): string {
    return instant(text);
  }

  @Option({ flags: '--facts <names>', description: '只要这些,如 case.applied,unit · these only' })
  facts(names: string): string[] {
    return names.split(',');
  }

  async run(_: string[], { service, ...span }: Span): Promise<void> {
    const client = await this.session.client();
    const { facts } = await client.call(OPERATOR[service].republishFacts, span);
    console.log(`${service}:${facts} 条事实将重新发送 · ${facts} facts are sent again`);
  }
}

@Command({ name: 'facts', description: '事实 · facts', subCommands: [RepublishFacts] })
export class Facts extends CommandRunner {
  run(): Promise<void> {
    return Promise.resolve(this.command.help());
  }
}
