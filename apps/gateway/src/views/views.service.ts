import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { discardView, saveView } from '#libs/contracts/gateway.js';
import { authorize } from '#libs/identity/principal.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { SavedViewRow } from './saved-view.entity.js';

const MOST_VIEWS = 200;

@Injectable()
export class ViewsService {
  async save(context: WorkContext, { screen, name, columns, ...given }: Input<typeof saveView>) {
    const { principal, em } = context;
    const { accountId, institutionId, name: ownerName } = principal;
    if (given.shared) authorize(principal, 'view:share');
    const saved = { ...given, columns: columns ?? null, ownerName, institutionId };
    const found = await context.lock(SavedViewRow, { accountId, screen, name });
    if (found) return viewOf(Object.assign(found, saved), accountId);
    if ((await em.countBy(SavedViewRow, { accountId })) >= MOST_VIEWS) {
      throw fail('too_many_kept', { limit: MOST_VIEWS });
    }
    return viewOf(context.add(SavedViewRow, { accountId, screen, name, ...saved }), accountId);
  }

  /** One's own first. */
  async list({ em, principal }: QueryContext, screen: string | undefined) {
    const { accountId, institutionId } = principal;
    const query = em
      .createQueryBuilder(SavedViewRow, 'saved')
      .where('(saved.accountId = :accountId OR (saved.shared AND saved.institutionId = :institutionId))')
      .setParameters({ accountId, institutionId })
      .orderBy('saved.accountId = :accountId', 'DESC')
      .addOrderBy('saved.screen')
      .addOrderBy('saved.name')
      .addOrderBy('saved.id');
    if (screen !== undefined) query.andWhere('saved.screen = :screen', { screen });
    return { items: (await query.getMany()).map((view) => viewOf(view, accountId)) };
  }

  async discard(context: WorkContext, { screen, name }: Input<typeof discardView>) {
    const { accountId } = context.principal;
    const found = await context.lock(SavedViewRow, { accountId, screen, name });
    if (!found) throw fail('not_found');
    await context.em.delete(SavedViewRow, { id: found.id });
    context.audit({ entity: 'saved_view', entityId: found.id, before: { ...found }, after: {} });
    return { screen, name };
  }
}

const viewOf = ({ accountId, institutionId: _, ...view }: SavedViewRow, reader: string) => ({
  ...view,
  mine: accountId === reader,
});
