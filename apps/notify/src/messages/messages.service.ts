import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { In, LessThanOrEqual } from 'typeorm';
import { onlyVisible } from '#libs/case-scope/visible.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { getMessage, listMessages, resendMessage } from '#libs/contracts/notify.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { CaseCopy } from '../copies/case-copy.entity.js';
import { BusinessClockCopy, CLOCK_ID } from './business-clock.entity.js';
import { DeliveryRow } from './delivery.entity.js';
import { MessageRow } from './message.entity.js';
import { move } from './message.machine.js';
import { deliveryView, messageView } from './message.view.js';
import { STATE_NAMES } from './reasons.js';

/** One try and two more. */
export const ATTEMPTS = 3;

@Injectable()
export class MessagesService {
  async list(context: QueryContext, { page, pageSize, ...filters }: Input<typeof listMessages>) {
    const query = visible(context)
      .orderBy('message.queuedAt', 'DESC')
      .addOrderBy('message.id')
      .skip((page - 1) * pageSize)
      .take(pageSize);
    for (const [name, value] of Object.entries(filters)) {
      if (value !== undefined) query.andWhere(`message.${name} = :${name}`, { [name]: value });
    }
    const [messages, total] = await query.getManyAndCount();
    const cases = await context.em.findBy(CaseCopy, { id: In(messages.map(({ caseId }) => caseId)) });
    const byId = new Map(cases.map((known) => [known.id, known]));
    const items = messages.map((message) => messageView(message, byId.get(message.caseId) ?? null));
    return { items, total, page, pageSize };
  }

  async get(context: QueryContext, { id }: Input<typeof getMessage>) {
    const message = await mustFind(context, id);
    const order = { attempt: 'ASC', part: 'ASC' } as const;
    const deliveries = await context.em.find(DeliveryRow, { where: { messageId: id }, order });
    return { ...(await viewOf(context, message)), deliveries: deliveries.map(deliveryView) };
  }

  async resend(context: WorkContext, { id }: Input<typeof resendMessage>) {
    await mustFind(context, id);
    const message = await context.lock(MessageRow, { id });
    if (!message) throw fail('not_found');
    const { state } = message;
    if (state !== 'failed' && state !== 'expired') throw fail('message_not_resendable', { state: STATE_NAMES[state] });
    move(message, 'queued');
    Object.assign(message, { reason: null, attemptsLeft: ATTEMPTS, heldUntil: null, tryAt: null, settledAt: null });
    await context.flush();
    return await viewOf(context, message);
  }

  /** Lets go what waited for the end of the quiet hours, and notes how far business time is ahead. */
  async advance(context: WorkContext): Promise<{ fired: number }> {
    await this.noteTime(context);
    const held = await context.lockAll(MessageRow, { state: 'queued', heldUntil: LessThanOrEqual(context.now) });
    for (const message of held) message.heldUntil = null;
    return { fired: held.length };
  }

  /** Business time only moves forward, and a command that waited makes it look smaller: the greatest seen is the true one. */
  private async noteTime(context: WorkContext): Promise<void> {
    const ahead = Math.floor((context.now.getTime() - Date.now()) / 1_000);
    const known = await context.lock(BusinessClockCopy, { id: CLOCK_ID });
    const clock = known ?? context.add(BusinessClockCopy, { id: CLOCK_ID, aheadSeconds: 0 });
    clock.aheadSeconds = Math.max(clock.aheadSeconds, ahead);
  }
}

/** Messages of the cases the principal may know of; a unit sees those to itself alone. */
function visible({ em, principal }: QueryContext): SelectQueryBuilder<MessageRow> {
  const query = em.createQueryBuilder(MessageRow, 'message').where('true');
  if (principal.kind === 'unit') query.andWhere("message.receiver = 'unit'");
  return onlyVisible(query, 'message.case_id', principal);
}

async function mustFind(context: QueryContext, id: string): Promise<MessageRow> {
  const message = await visible(context).andWhere('message.id = :id', { id }).getOne();
  if (!message) throw fail('not_found');
  return message;
}

const viewOf = async ({ em }: QueryContext, message: MessageRow) =>
  messageView(message, await em.findOneBy(CaseCopy, { id: message.caseId }));
