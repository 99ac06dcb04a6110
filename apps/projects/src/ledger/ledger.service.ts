import { Injectable } from '@nestjs/common';
import { mustSeeOwned } from '#libs/case-scope/scope-keeper.js';
import type { Fact, Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { readLedger, writeLedgerLine } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { namesOf, stringsIn } from '../directory/names.js';
import { containing, paged } from '../paging.js';
import { LedgerEntry } from './ledger-entry.entity.js';
import { sentenceOf } from './sentences.js';
import { wordingOf } from './wording.js';

@Injectable()
export class LedgerService {
  /** One line a fact, in the order of arrival; facts that concern no case go without one. */
  async enter(context: WorkContext, { id: factId, type: fact, time, actor, data }: Fact): Promise<void> {
    const names = await namesOf(context.em, stringsIn(data));
    const { caseId } = data as { caseId?: string | null };
    context.add(LedgerEntry, {
      caseId: caseId ?? null,
      at: new Date(time),
      kind: 'fact',
      fact,
      factId,
      actorName: actor.name,
      sentence: sentenceOf({ type: fact, data }, wordingOf(names)),
      correctsId: null,
    });
  }

  async write(context: WorkContext, { caseId, text, at, correctsId }: Input<typeof writeLedgerLine>) {
    await mustSeeOwned(context, caseId);
    const when = at ? new Date(at) : context.now;
    if (when > context.now) throw fail('day_in_future');
    if (correctsId && !(await context.em.existsBy(LedgerEntry, { id: correctsId, caseId }))) throw fail('not_found');
    const entry = context.add(LedgerEntry, {
      caseId,
      at: when,
      kind: correctsId ? 'correction' : 'note',
      fact: null,
      factId: null,
      actorName: context.principal.name,
      sentence: text,
      correctsId: correctsId ?? null,
    });
    return lineView(entry);
  }

  async read(context: QueryContext, { caseId, kind, q, sort, ...paging }: Input<typeof readLedger>) {
    await mustSeeOwned(context, caseId);
    const direction = sort === 'newest' ? 'DESC' : 'ASC';
    const query = context.em
      .createQueryBuilder(LedgerEntry, 'entry')
      .where('entry.caseId = :caseId', { caseId })
      .orderBy('entry.at', direction)
      .addOrderBy('entry.seq', direction);
    if (kind) query.andWhere('entry.kind = :kind', { kind });
    if (q) query.andWhere('(entry.sentence ILIKE :q OR entry.actorName ILIKE :q)', { q: containing(q) });
    return await paged(query, paging, (entries) => entries.map(lineView));
  }
}

const lineView = (entry: LedgerEntry) => ({ ...entry, at: entry.at.toISOString() });
