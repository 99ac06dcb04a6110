import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import type { Command, Operation, Service } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { Bus } from '#libs/messaging/bus.js';
import type { Outcome, Request } from '#libs/messaging/bus.js';
import type { Answer } from '#libs/messaging/envelope.js';
import { KafkaTransport } from '#libs/messaging/transport.js';
import { environment } from '../config.js';
import { BusinessTimeService } from '../time/business-time.service.js';
import type { Caller } from './caller.js';
import { CallerService, traceOf } from './caller.service.js';
import { DirectService } from './direct.service.js';
import { problemOf } from './problem.js';
import { readInput } from './read-input.js';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** One way for every route: who, may, well formed, ask the owner, answer. No rule of the business lives here. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly callers: CallerService,
    private readonly direct: DirectService,
    private readonly time: BusinessTimeService,
    private readonly bus: Bus,
    @Inject(KafkaTransport) private readonly transport: KafkaTransport,
  ) {}

  async serve(contract: Operation, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const traceId = traceOf(request);
    const caller = await this.callers.admit(request, contract.permission, traceId);
    const input = readInput(request, contract);
    const parsed = contract.input.safeParse(input);
    if (!parsed.success) throw fail('invalid_input', { issues: parsed.error.issues });
    const handle = this.direct.find(contract);
    if (handle) {
      const output = contract.output.parse(await handle(parsed.data, caller));
      if (contract.kind === 'command' && contract.key === 'new') void reply.status(201);
      return output;
    }
    const asked = this.requestOf(contract, request, caller);
    // Sent on as it came: the owner parses it again, and a transform must not be applied twice.
    const outcome = await this.ask(contract, input, asked);
    return this.settle(contract, await this.withState(contract, input, { outcome, asked }), { reply, caller });
  }

  /** What became of a command that was answered with 202. */
  async status(service: Service, messageId: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const traceId = traceOf(request);
    const caller = await this.callers.admit(request, 'signed-in', traceId);
    const { principal } = caller;
    const answer = await this.bus.status(service, messageId, {
      principal,
      businessTime: this.time.now(),
      correlationId: traceId,
    });
    if (!answer) return this.pending(service, messageId, reply);
    return this.answer(answer, { reply, caller });
  }

  private requestOf(
    contract: Operation,
    request: FastifyRequest,
    { principal, correlationId, traceparent, ip }: Caller,
  ): Request {
    const key = request.headers['idempotency-key'];
    if (key !== undefined && (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key))) {
      throw fail('malformed_request', { reason: 'Idempotency-Key 应为1至200个可见字符' });
    }
    return {
      principal,
      businessTime: this.time.now(),
      correlationId,
      traceparent,
      ip,
      ...(key === undefined ? {} : { idempotencyKey: key }),
      expectedVersion: expectedVersion(contract, request.headers['if-match']),
    };
  }

  private async ask(contract: Operation, input: Record<string, unknown>, request: Request): Promise<Outcome> {
    if (contract.service === 'gateway') return await this.askMyself(contract, input, request);
    return contract.kind === 'command'
      ? await this.bus.command(contract, input, request)
      : await this.bus.query(contract, input, request);
  }

  /** A stale version is answered with the resource as the caller may read it now, so that the fields that differ can be shown. */
  private async withState(
    contract: Operation,
    input: Record<string, unknown>,
    { outcome, asked }: { outcome: Outcome; asked: Request },
  ): Promise<Outcome> {
    if (outcome.state !== 'answered' || outcome.answer.status !== 'refused') return outcome;
    const { answer } = outcome;
    const reader = answer.code === 'stale_version' ? readerOf(contract) : undefined;
    if (!reader) return outcome;
    const fields = Object.keys(reader.input.shape);
    const found = await this.ask(reader, Object.fromEntries(fields.map((name) => [name, input[name]])), asked);
    if (found.state !== 'answered' || found.answer.status !== 'done') return outcome;
    return { state: 'answered', answer: { ...answer, params: { ...answer.params, state: found.answer.output } } };
  }

  private async askMyself(contract: Operation, input: Record<string, unknown>, request: Request): Promise<Outcome> {
    const { dispatcher } = this.transport;
    const envelope = {
      messageId: this.bus.messageId(contract.name, request),
      operation: contract.name,
      principal: request.principal,
      businessTime: request.businessTime.toISOString(),
      correlationId: request.correlationId,
      traceparent: request.traceparent ?? null,
      ip: request.ip ?? null,
      replyTopic: '',
      // Keyed, because it is kept and the body may hold a password.
      bodyHash: createHmac('sha256', environment.TOKEN_SECRET).update(JSON.stringify(input)).digest('hex'),
      expectedVersion: request.expectedVersion ?? null,
      deadline: null,
    };
    const answer =
      contract.kind === 'command' ? await dispatcher.command(envelope, input) : await dispatcher.query(envelope, input);
    return { state: 'answered', answer };
  }

  private settle(contract: Operation, outcome: Outcome, to: { reply: FastifyReply; caller: Caller }): unknown {
    switch (outcome.state) {
      case 'unsent':
        throw fail('service_unavailable');
      case 'pending':
        if (contract.kind === 'query') throw fail('deadline_exceeded');
        return this.pending(contract.service, outcome.messageId, to.reply);
      case 'answered':
        return this.answer(outcome.answer, to, contract);
    }
  }

  private pending(service: Service, messageId: string, reply: FastifyReply): unknown {
    const statusUrl = `/api/v1/commands/${service}/${messageId}`;
    void reply.status(202).header('location', statusUrl).header('retry-after', '1');
    return { state: 'pending', statusUrl };
  }

  private answer(
    answer: Answer,
    { reply, caller }: { reply: FastifyReply; caller: Caller },
    contract?: Operation,
  ): unknown {
    if (answer.status === 'refused') {
      const problem = problemOf(answer, caller.locale, caller.correlationId);
      if (problem.code === 'not_yet_known' || problem.status === 503) void reply.header('retry-after', '1');
      void reply.status(problem.status).type('application/problem+json');
      return problem;
    }
    const version = versionOf(answer.output);
    if (version !== null) void reply.header('etag', `"${version}"`);
    if (contract?.kind === 'command' && contract.key === 'new') void reply.status(201);
    return answer.output;
  }
}

/** The query that reads what a command changes: of the same address, or of the one above a transition. */
function readerOf({ http }: Operation): Operation | undefined {
  const path = http?.[1] ?? '';
  const addresses = [path, path.slice(0, path.lastIndexOf('/'))];
  return ALL_OPERATIONS.find(
    (other) =>
      other.kind === 'query' &&
      other.http?.[0] === 'GET' &&
      addresses.includes(other.http[1]) &&
      other.http[1].includes(':'),
  );
}

function versionOf(output: unknown): number | null {
  const version = typeof output === 'object' && output !== null && 'version' in output ? output.version : null;
  return typeof version === 'number' ? version : null;
}

function expectedVersion(contract: Operation, header: string | undefined): number | null {
  if (header === undefined) {
    if ((contract as Command).ifMatch) throw fail('precondition_required');
    return null;
  }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version === undefined) throw fail('malformed_request', { reason: 'If-Match 应为版本号,如 "3"' });
  return Number(version);
}
