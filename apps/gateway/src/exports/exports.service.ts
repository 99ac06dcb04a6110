import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fail } from '#libs/contracts/errors.js';
import type { ExportName } from '#libs/contracts/gateway/exports.js';
import { Bus } from '#libs/messaging/bus.js';
import { dayOf } from '#libs/messaging/context.js';
import type { Caller } from '../routes/caller.js';
import { CallerService, traceOf } from '../routes/caller.service.js';
import { outputOf } from '../routes/outcome.js';
import { PrincipalsService } from '../sessions/principals.service.js';
import { BusinessTimeService } from '../time/business-time.service.js';
import { LISTS } from './columns.js';
import type { ExportedList } from './columns.js';
import { BOM, csvLine } from './csv.js';
import { everyRow } from './every-row.js';
import type { PageAsked } from './every-row.js';
import { streamed } from './streamed.js';

const Page = z.object({ items: z.array(z.looseObject({ id: z.string() })), total: z.int() });

/** A whole list as CSV. It is read page by page through the ordinary query, so permission, filters and scope are the query's. */
@Injectable()
export class ExportsService {
  private readonly log = new Logger('exports');

  constructor(
    private readonly callers: CallerService,
    private readonly principals: PrincipalsService,
    private readonly time: BusinessTimeService,
    @Inject(Bus) private readonly bus: Bus,
  ) {}

  async download(name: ExportName, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const exported = LISTS[name];
    const { contract, title } = exported;
    const caller = await this.callers.admit(request, contract.permission, traceOf(request));
    const filters = request.query as Record<string, unknown>;
    const parsed = contract.input.omit({ page: true, pageSize: true }).safeParse(filters);
    if (!parsed.success) throw fail('invalid_input', { issues: parsed.error.issues });
    const lines = this.lines(exported, filters, caller);
    const body = await streamed(lines, (error) => this.log.warn(`an export broke off: ${String(error)}`));
    const file = `${title[caller.locale === 'zh' ? 0 : 1]}-${dayOf(this.time.now())}.csv`;
    void reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file)}`)
      .header('x-content-type-options', 'nosniff');
    return reply.send(body);
  }

  private async *lines(exported: ExportedList, filters: object, caller: Caller): AsyncGenerator<string> {
    const { contract, headings, valuesOf } = exported;
    const said = caller.locale === 'zh' ? 0 : 1;
    const line = (values: ReturnType<typeof valuesOf>): string =>
      csvLine(values.map((value) => (typeof value === 'object' && value !== null ? value[said] : value)));
    let head = BOM + line(headings);
    const ask = async (page: PageAsked) => {
      const asked = { ...caller, principal: await this.stillThere(caller), businessTime: this.time.now() };
      const outcome = await this.bus.query(contract, { ...filters, ...page }, asked);
      return Page.parse(outputOf(contract, outcome));
    };
    for await (const rows of everyRow(ask)) {
      yield head + rows.map((row) => line(valuesOf(row))).join('');
      head = '';
    }
  }

  /** Asked for every page, so that a revocation works at once here too. */
  private async stillThere({ principal: { accountId }, sessionId }: Caller): Promise<Caller['principal']> {
    const principal = await this.principals.resolve({ accountId, sessionId: String(sessionId) });
    if (!principal) throw fail('token_expired');
    return principal;
  }
}
