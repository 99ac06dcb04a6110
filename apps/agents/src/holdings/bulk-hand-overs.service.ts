import { Injectable } from '@nestjs/common';
import type {
  HandedRow,
  handOverAll,
  listBulkHandOvers,
  tryHandOverAll,
  undoBulkHandOver,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { Fail, fail, sentence } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { agentsById, lockActiveAgent } from '../staff/staff.js';
import { BulkHandOver } from './bulk-hand-over.entity.js';
import { bulkView } from './bulk-hand-over.view.js';
import { holdingsOf, overseenAgent } from './held.js';
import type { Holding } from './held.js';
import { admit } from './moves.js';
import type { Move, Taking } from './moves.js';
import { admitReturn } from './returns.js';

type Wanted = Input<typeof tryHandOverAll>;

interface Planned {
  row: Omit<HandedRow, 'outcome' | 'newId'>;
  /** null = refused, with code and reason in the row. */
  move: Move | null;
}

const CAUSE_ZH: Record<Wanted['cause'], string> = { leave: '休假', departure: '离任', other: '其他' };

/** Everything an agent holds goes over in one transaction: all of it, or what the caller agreed to leave behind stays. */
@Injectable()
export class BulkHandOversService {
  async handOverAll(context: WorkContext, wanted: Input<typeof handOverAll>) {
    const planned = await this.plan(context, wanted);
    const refused = planned.filter(({ move }) => move === null).map(({ row }) => row);
    if (refused.length > 0 && !wanted.skipRefused) {
      const rows = refused.map(({ label, reason }) => `${label}(${reason ?? ''})`);
      throw fail('holdings_refused', { count: refused.length, rows, refused });
    }
    const rows: HandedRow[] = [];
    for (const { row, move } of planned) {
      rows.push({ ...row, outcome: move?.outcome ?? 'refused', newId: (await move?.make()) ?? null });
    }
    const { agentId, cause, text } = wanted;
    const act = { handedOn: context.today, handedBy: context.principal.name, undoneAt: null };
    return this.shown(context, context.add(BulkHandOver, { agentId, cause, text, ...act, rows }));
  }

  /** Admitting changes nothing: what would become of each row. */
  async tryAll(context: WorkContext, wanted: Wanted) {
    const planned = await this.plan(context, wanted);
    const rows = planned.map(({ row, move }): HandedRow => {
      return { ...row, outcome: move?.outcome ?? 'refused', newId: null };
    });
    return { agentId: wanted.agentId, rows };
  }

  /** On its own day, and only all of it. */
  async undo(context: WorkContext, { agentId, bulkId }: Input<typeof undoBulkHandOver>) {
    await overseenAgent(context, agentId);
    const bulk = await context.lock(BulkHandOver, { id: bulkId, agentId });
    if (!bulk) throw fail('not_found');
    if (bulk.undoneAt !== null) throw fail('bulk_hand_over_undone');
    if (bulk.handedOn !== context.today) throw fail('bulk_hand_over_past', { on: bulk.handedOn });
    const agent = await lockActiveAgent(context, agentId);
    const done = bulk.rows.filter(({ outcome }) => outcome !== 'refused');
    const returns = [];
    for (const row of done) returns.push({ label: row.label, give: await admitReturn(context, agent, row) });
    const movedOn = returns.filter(({ give }) => give === null).map(({ label }) => label);
    if (movedOn.length > 0) throw fail('bulk_hand_over_moved_on', { rows: movedOn });
    for (const { give } of returns) await give?.();
    bulk.undoneAt = context.now;
    return this.shown(context, bulk);
  }

  async list(context: QueryContext, { agentId }: Input<typeof listBulkHandOvers>) {
    const { name } = await overseenAgent(context, agentId);
    const bulks = await context.em.find(BulkHandOver, { where: { agentId }, order: { handedOn: 'DESC', id: 'ASC' } });
    return { items: bulks.map((bulk) => bulkView(context, bulk, name)) };
  }

  /** One after the other: on one connection, and cases are locked in their order. */
  private async plan(context: WorkContext, wanted: Wanted): Promise<Planned[]> {
    const holdings = await this.held(context, wanted);
    const takings = new Map(holdings.map((holding) => [holding.id, takingOf(holding, wanted)]));
    const takers = await agentsById(
      context.em,
      [...takings.values()].flatMap((taking) => taking?.toAgentId ?? []),
    );
    const planned: Planned[] = [];
    for (const holding of holdings) {
      const taking = takings.get(holding.id);
      const { id: holdingId, kind, label, caseId } = holding;
      const toAgentId = taking?.toAgentId ?? null;
      const toAgentName = takers.get(toAgentId ?? '')?.name ?? null;
      const row = { holdingId, kind, label, caseId, toAgentId, toAgentName, code: null, reason: null };
      const answer = taking ? await admitted(context, holding, taking) : fail('taker_missing');
      planned.push(answer instanceof Fail ? { row: { ...row, ...said(answer) }, move: null } : { row, move: answer });
    }
    return planned;
  }

  private async held(context: WorkContext, { agentId, takers }: Wanted): Promise<Holding[]> {
    const agent = await overseenAgent(context, agentId);
    const holdings = await holdingsOf(context.em, agent.id);
    if (holdings.length === 0) throw fail('nothing_held', { name: agent.name });
    const unknown = takers.filter(({ holdingId }) => !holdings.some(({ id }) => id === holdingId));
    if (unknown.length > 0) throw fail('holding_unknown', { count: unknown.length, name: agent.name });
    return holdings;
  }

  private async shown(context: WorkContext, bulk: BulkHandOver) {
    const { name } = await overseenAgent(context, bulk.agentId);
    return bulkView(context, bulk, name);
  }
}

/** Who takes this one; null when nobody was named for it. */
function takingOf({ id }: Holding, { takers, defaultToAgentId, cause, text }: Wanted): Taking | null {
  const reason = `${CAUSE_ZH[cause]}:${text}`;
  const named = takers.find(({ holdingId }) => holdingId === id);
  if (named) return { ...named, reason };
  if (defaultToAgentId === null) return null;
  return { toAgentId: defaultToAgentId, stage: null, overrideReason: null, reason };
}

/** The move, or why it is refused. */
async function admitted(context: WorkContext, holding: Holding, taking: Taking): Promise<Move | Fail> {
  try {
    return await admit(context, holding, taking);
  } catch (error) {
    if (error instanceof Fail) return error;
    throw error;
  }
}

const said = ({ code, params }: Fail) => ({ code, reason: sentence(code, params, 'zh') });
