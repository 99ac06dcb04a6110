import { isDeepStrictEqual } from 'node:util';
import { finished } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '#libs/contracts/errors.js';
import { Watch } from '#libs/contracts/gateway.js';
import type { Changed } from '#libs/contracts/gateway.js';
import { visibleCases } from '#libs/contracts/projects.js';
import { Bus } from '#libs/messaging/bus.js';
import { FactTail } from '#libs/messaging/tail.js';
import { environment } from '../config.js';
import type { Caller } from '../routes/caller.js';
import { CallerService, traceOf } from '../routes/caller.service.js';
import { outputOf } from '../routes/outcome.js';
import { PrincipalsService } from '../sessions/principals.service.js';
import { BusinessTimeService } from '../time/business-time.service.js';
import { EventStream } from './event-stream.js';
import { newsOf } from './news.js';
import type { News } from './news.js';

const CHECK_MS = 5_000;
/** In checks. */
const PING_EVERY = 3;

interface Watcher {
  caller: Caller;
  stream: EventStream;
  /** The case by its own id and by its project's. */
  cases: Map<unknown, string>;
  /** Ids by which a fact may name the reader; empty when only cases are watched. */
  names: string[];
}

/** Streams of news (ADR 0011): ids of what has changed, never what it is now; the client asks for that under its own scope. */
@Injectable()
export class LiveService implements OnModuleDestroy {
  private readonly log = new Logger('live');
  private readonly watchers = new Set<Watcher>();
  private timer: NodeJS.Timeout | undefined;
  private checks = 0;
  private ending = false;

  constructor(
    private readonly callers: CallerService,
    private readonly principals: PrincipalsService,
    private readonly time: BusinessTimeService,
    @Inject(Bus) private readonly bus: Bus,
    @Inject(FactTail) private readonly tail: FactTail,
  ) {}

  async start(): Promise<void> {
    this.timer = setInterval(() => this.check(), CHECK_MS);
    await this.tail.start({
      heard: (fact) => this.tell(newsOf(fact)),
      begun: () => this.watchers.forEach(({ stream }) => stream.hello()),
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.ending = true;
    clearInterval(this.timer);
    for (const { stream } of this.watchers) stream.end();
    await this.tail.stop();
  }

  async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const caller = await this.callers.admit(request, 'signed-in', traceOf(request));
    const watch = Watch.safeParse(request.query);
    if (!watch.success) throw fail('invalid_input', { issues: watch.error.issues });
    const cases = await this.visible(watch.data.case, caller);
    const { accountId, agentId, unitId, institutionId, departmentCode, regionId } = caller.principal;
    const open = [...this.watchers].filter((other) => other.caller.principal.accountId === accountId);
    if (open.length >= environment.LIVE_STREAMS) throw fail('too_many_streams', { limit: environment.LIVE_STREAMS });
    if (this.ending) throw fail('service_unavailable');
    reply.hijack();
    const ids = [agentId, unitId, institutionId, departmentCode, regionId].filter((id) => id !== null);
    const stream = new EventStream(reply.raw);
    const watcher = { caller, stream, cases, names: watch.data.queue ? ids : [] };
    this.watchers.add(watcher);
    finished(reply.raw, () => this.watchers.delete(watcher));
    stream.hello();
  }

  /** Refuses the whole when one of them is not there for this caller: the same answer for what is hidden and what does not exist. */
  private async visible(caseIds: string[], caller: Caller): Promise<Watcher['cases']> {
    if (caseIds.length === 0) return new Map();
    const asked = { ...caller, businessTime: this.time.now() };
    const { items } = outputOf(visibleCases, await this.bus.query(visibleCases, { caseIds }, asked));
    if (items.length < caseIds.length) throw fail('case_not_found');
    return new Map(items.flatMap(({ caseId, projectId }) => [caseId, projectId].map((id) => [id, caseId] as const)));
  }

  private tell(news: News | null): void {
    if (!news) return;
    const { stream, id, type, about, named } = news;
    for (const watcher of this.watchers) {
      const caseId = watcher.cases.get(about);
      if (caseId !== undefined) watcher.stream.tell('changed', { stream, id, caseId, type } satisfies Changed);
      if (watcher.names.some((name) => named.has(name))) watcher.stream.tell('queue', {});
    }
  }

  private check(): void {
    this.checks += 1;
    for (const watcher of this.watchers) {
      if (this.checks % PING_EVERY === 0) watcher.stream.ping();
      void this.endWithSession(watcher);
    }
  }

  /** Also when the reader has become somebody else, of another institution or with another role: what may be seen is asked anew. */
  private async endWithSession({ caller: { principal, sessionId }, stream }: Watcher): Promise<void> {
    try {
      const now = await this.principals.resolve({ accountId: principal.accountId, sessionId: String(sessionId) });
      if (!isDeepStrictEqual(now, principal)) stream.end();
    } catch (error) {
      this.log.warn(`a session was not looked at: ${String(error)}`);
    }
  }
}
