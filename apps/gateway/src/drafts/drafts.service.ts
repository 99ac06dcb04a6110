import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { saveDraft } from '#libs/contracts/gateway.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import { DraftRow } from './draft.entity.js';

const MOST_DRAFTS = 100;
const MOST_KB = 64;

/** Drafts of forms, each seen by its own account only; their answers are not stored, because they hold what was typed. */
@Injectable()
export class DraftsService {
  constructor(private readonly source: DataSource) {}

  async save(accountId: string, { key, value, title, version }: Input<typeof saveDraft>) {
    if (Buffer.byteLength(JSON.stringify(value)) > MOST_KB * 1024) {
      throw fail('payload_too_large', { limit: `${MOST_KB} kB` });
    }
    return await inTransaction(this.source, async (em) => {
      // One after the other: of two browsers that save at the same moment, the second is told.
      await em.query('SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
      const found = await em.findOneBy(DraftRow, { accountId, key });
      if (version !== undefined && version !== (found?.version ?? 0)) {
        throw fail('draft_changed', { current: found && draftView(found) });
      }
      if (!found && (await em.countBy(DraftRow, { accountId })) >= MOST_DRAFTS) {
        throw fail('too_many_kept', { limit: MOST_DRAFTS });
      }
      const row = { key, title: title ?? null, savedAt: new Date(), version: (found?.version ?? 0) + 1 };
      await em.query(KEEP, [accountId, key, row.title, value, row.savedAt, row.version]);
      return headView(row);
    });
  }

  async get(accountId: string, key: string) {
    const found = await this.source.manager.findOneBy(DraftRow, { accountId, key });
    if (!found) throw fail('not_found');
    return draftView(found);
  }

  async list(accountId: string) {
    const found = await this.source.manager.find(DraftRow, { where: { accountId }, order: { savedAt: 'DESC' } });
    return { items: found.map(headView) };
  }

  async discard(accountId: string, key: string) {
    await this.source.manager.delete(DraftRow, { accountId, key });
    return { key };
  }
}

const KEEP = `
  INSERT INTO draft (account_id, key, title, value, saved_at, version) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (account_id, key) DO UPDATE SET
    title = excluded.title, value = excluded.value, saved_at = excluded.saved_at, version = excluded.version`;

type Head = Pick<DraftRow, 'key' | 'title' | 'savedAt' | 'version'>;
const headView = ({ key, title, savedAt, version }: Head) => ({
  key,
  title,
  savedAt: savedAt.toISOString(),
  version,
});
const draftView = (row: DraftRow) => ({ ...headView(row), value: row.value });
