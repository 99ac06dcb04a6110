import type { MessageHandler } from '@nestjs/microservices';
import type { Logger } from 'pino';
import { firstValueFrom, isObservable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { factByName } from '#libs/contracts/streams.js';
import type { Command, Operation, Query, Service } from '#libs/contracts/define.js';
import { Fail, fail } from '#libs/contracts/errors.js';
import { authorize } from '#libs/identity/principal.js';
import { isInfrastructure } from '#libs/persistence/infrastructure.js';
import { onOneConnection } from '#libs/persistence/transaction.js';
import { QueryContext } from './context.js';
import type { Circumstances } from './context.js';
import type { Answer, Envelope } from './envelope.js';
import type { FactHandler } from './facts.js';
import { commandSeconds, commandsHandled, queriesHandled } from './metrics.js';
import { projectionOf, wireName } from './projections.js';
import { CommandRunner, refused } from './runner.js';

/** Answered here in every service: the stored answer of a command, or null while there is none. */
export const STATUS_OPERATION = 'command-status';

const circumstancesOf = (envelope: Envelope): Circumstances => ({
  messageId: envelope.messageId,
  operation: envelope.operation,
  principal: envelope.principal,
  now: new Date(envelope.businessTime),
  correlationId: envelope.correlationId,
  ip: envelope.ip,
  expectedVersion: envelope.expectedVersion,
});

/** From a record's envelope and input to the answer: authority again, contract, handler, transaction. Knows no Kafka. */
export class Dispatcher {
  private readonly runner: CommandRunner;

  constructor(
    private readonly source: DataSource,
    private readonly handlers: Map<string, MessageHandler>,
    private readonly log: Logger,
    committed: () => void,
  ) {
    this.runner = new CommandRunner(source, log, committed);
  }

  /** Throws only while the infrastructure is away; a refusal is an answer. */
  async command(envelope: Envelope, input: unknown): Promise<Answer> {
    const given = circumstancesOf(envelope);
    const timed = commandSeconds.startTimer();
    const answer = await this.runner.run({ ...given, bodyHash: envelope.bodyHash }, async (context) => {
      const { handler, contract } = this.find(envelope.operation, 'command');
      const output = await invoke(handler, admit(contract, envelope, input), context);
      return parseOutput(contract, await context.upToDate(output));
    });
    timed();
    commandsHandled.inc({ outcome: answer.status });
    return answer;
  }

  /** Never throws. */
  async query(envelope: Envelope, input: unknown): Promise<Answer> {
    const answer = await this.answer(envelope, input);
    queriesHandled.inc({ outcome: answer.status });
    return answer;
  }

  private async answer(envelope: Envelope, input: unknown): Promise<Answer> {
    try {
      if (envelope.operation === STATUS_OPERATION) return await this.storedAnswer(envelope, input);
      const { handler, contract } = this.find(envelope.operation, 'query');
      const admitted = admit(contract, envelope, input);
      const output = await onOneConnection(this.source, (em) =>
        invoke(handler, admitted, new QueryContext(em, circumstancesOf(envelope))),
      );
      return { status: 'done', output: parseOutput(contract, output) };
    } catch (error) {
      if (error instanceof Fail) return refused(error);
      const { operation, correlationId } = envelope;
      this.log.error({ err: error, operation, correlationId }, 'query failed');
      return refused(fail(isInfrastructure(error) ? 'service_unavailable' : 'internal'));
    }
  }

  private async storedAnswer(envelope: Envelope, input: unknown): Promise<Answer> {
    const { messageId } = z.object({ messageId: z.uuid() }).parse(input);
    return { status: 'done', output: await this.runner.answerOf(messageId, envelope.principal.accountId) };
  }

  private find(operation: string, kind: Operation['kind']): { handler: MessageHandler; contract: Operation } {
    const handler = this.handlers.get(operation);
    const contract = (handler?.extras as { contract?: Command | Query } | undefined)?.contract;
    if (!handler || contract?.kind !== kind) throw fail('unknown_route');
    return { handler, contract };
  }
}

function admit(contract: Operation, envelope: Envelope, input: unknown): unknown {
  authorize(envelope.principal, contract.permission);
  const parsed = contract.input.safeParse(input);
  if (!parsed.success) throw fail('invalid_input', { issues: parsed.error.issues });
  return parsed.data;
}

const parseOutput = (contract: Operation, value: unknown): unknown => contract.output.parse(value);

async function invoke(handler: MessageHandler, data: unknown, context: unknown): Promise<unknown> {
  const result: unknown = await handler(data, context);
  return isObservable(result) ? await firstValueFrom(result, { defaultValue: undefined }) : result;
}

/** Keeps every method that follows a fact; Nest's own map keeps the last. */
export function follow(followers: Map<string, MessageHandler[]>, name: string, handler: MessageHandler): void {
  followers.set(name, [...(followers.get(name) ?? []), handler]);
}

/** The followers of every fact by its name; several run one after the other in the same transaction. */
export function factHandlers(followers: Map<string, MessageHandler[]>, service: Service): Map<string, FactHandler> {
  return new Map(
    [...followers].map(([name, handlers]) => {
      const names = handlers.map((handler) => wireName(service, projectionOf(handler)));
      const handle: FactHandler['handle'] = async (fact, context, only) => {
        for (const [index, handler] of handlers.entries()) {
          if (!only || only.includes(names[index] ?? '')) await invoke(handler, fact, context);
        }
      };
      return [name, { schema: factByName(name).schema, projections: names.filter((known) => known !== null), handle }];
    }),
  );
}
