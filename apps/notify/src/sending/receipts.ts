import type { DataSource } from 'typeorm';
import { In, IsNull, LessThan } from 'typeorm';
import type { WorkContext } from '#libs/messaging/context.js';
import { centreId, idForms } from '../channels/receipts.js';
import type { CentreReceipt } from '../channels/receipts.js';
import { DeliveryRow } from '../messages/delivery.entity.js';
import { MessageRow } from '../messages/message.entity.js';
import { ReceiptRow } from '../messages/receipt.entity.js';
import { applyReceipt, conclude, settle } from './outcome.js';
import { lockReceipts, step } from './step.js';

/** As long as the centre itself tries to deliver. */
const RECEIPT_WITHIN_MS = 72 * 3_600_000;

/** The stored side of receipts; they come early, late, doubled, backwards and for ids that nobody knows. */
export class Receipts {
  constructor(
    private readonly source: DataSource,
    private readonly retryMs: readonly number[],
  ) {}

  async take(receipt: CentreReceipt): Promise<void> {
    await step(this.source, 'notify.take-receipt', async (context) => {
      await lockReceipts(context);
      const id = await deliveryOf(context, receipt.id);
      if (id) await this.apply(context, id, receipt);
      else await keep(context, receipt);
    });
  }

  /** Gives up waiting for receipts that should have come long ago. */
  async expire(): Promise<void> {
    await step(this.source, 'notify.expire', async (context) => {
      const before = new Date(Date.now() - RECEIPT_WITHIN_MS);
      const silent = await context.lockAll(MessageRow, { state: 'submitted', submittedAt: LessThan(before) });
      for (const message of silent) settle(context, message, 'expired', 'no_receipt');
    });
  }

  private async apply(context: WorkContext, { id, messageId }: DeliveryRow, { stat }: CentreReceipt): Promise<void> {
    const message = await context.lock(MessageRow, { id: messageId });
    const part = await context.lock(DeliveryRow, { id });
    if (!message || !part || !applyReceipt(part, stat)) return;
    const open = message.state === 'submitted' || message.state === 'expired';
    if (!open || part.attempt !== message.attempts) return;
    const parts = await context.lockAll(DeliveryRow, { messageId, attempt: message.attempts });
    conclude(context, message, parts, this.retryMs);
  }
}

/** The delivery that a receipt is for: by the likeliest way of writing its id, the latest when the centre used the id before. */
async function deliveryOf({ em }: WorkContext, receiptId: string): Promise<DeliveryRow | undefined> {
  const forms = idForms(receiptId);
  const order = { submittedAt: 'DESC' } as const;
  const matching = await em.find(DeliveryRow, { where: { centreId: In(forms) }, order });
  const rank = ({ centreId: known }: DeliveryRow): number => forms.findIndex((form) => form === known);
  return matching.toSorted((one, other) => rank(one) - rank(other))[0];
}

async function keep(context: WorkContext, { id, stat }: CentreReceipt): Promise<void> {
  const unknown = { centreId: centreId(id), stat };
  if (await context.em.existsBy(ReceiptRow, { ...unknown, deliveryId: IsNull() })) return;
  context.add(ReceiptRow, { ...unknown, receivedAt: new Date(), deliveryId: null });
}
