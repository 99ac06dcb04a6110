import type { DataSource, EntityManager } from 'typeorm';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import type { MessageReason } from '#libs/contracts/notify.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { centreId, idForms } from '../channels/receipts.js';
import { referenceOf, segmentsOf, signed } from '../channels/segments.js';
import type { Segment, Submitted } from '../channels/smpp-session.js';
import { DeliveryRow } from '../messages/delivery.entity.js';
import { MessageRow } from '../messages/message.entity.js';
import { attemptState, move } from '../messages/message.machine.js';
import { ReceiptRow } from '../messages/receipt.entity.js';
import { SmsTemplateRow } from '../templates/sms-template.entity.js';
import { fillIn } from '../templates/text.js';
import type { Found, Reached } from './addressees.js';
import { applyReceipt, conclude, doubt, postpone, refuse, settle } from './outcome.js';
import { quietUntil } from './quiet-hours.js';
import type { QuietHours } from './quiet-hours.js';
import { businessNow, lockReceipts, step } from './step.js';

export interface SendingPolicy {
  signature: string;
  /** Numbers that begin so are never sent to. */
  blockedPrefixes: readonly string[];
  quietHours: QuietHours | null;
  /** Pauses before the second and the third attempt, in milliseconds. */
  retryMs: readonly number[];
}

/** A segment to be submitted, and the delivery that its outcome belongs to. */
export interface Part extends Segment {
  deliveryId: string;
}

const OWNER_PAUSE_MS = 10_000;
/** A receipt can come before the answer to its submit, but not by much. */
const EARLY_RECEIPT_MS = 3_600_000;

const masked = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/** The stored side of sending: what is due, what is about to be submitted, and what came of it. */
export class Submissions {
  constructor(
    private readonly source: DataSource,
    private readonly policy: SendingPolicy,
  ) {}

  /** The ids of at most `limit` messages whose turn it is; in quiet hours only urgent ones, the others are held. */
  async due(em: EntityManager, limit: number, underWay: string[]): Promise<string[]> {
    const now = await businessNow(em);
    const quiet = quietUntil(now, this.policy.quietHours);
    if (quiet) await this.hold(quiet);
    const rows = await em.query<{ id: string }[]>(
      `SELECT id FROM message
       WHERE state = 'queued' AND (try_at IS NULL OR try_at <= now()) AND (held_until IS NULL OR held_until <= $1) AND id <> ALL ($2)
       ORDER BY urgent DESC, queued_at LIMIT $3`,
      [now, underWay, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes the submits that are about to be made; none when the message cannot be sent now. */
  async begin(id: string, found: Found): Promise<Part[]> {
    return await step(this.source, 'notify.begin-submission', async (context) => {
      const message = await context.lock(MessageRow, { id });
      if (message?.state !== 'queued') return [];
      if (found.state === 'later') {
        postpone(message, found.reason, OWNER_PAUSE_MS);
        return [];
      }
      const obstacle = found.state === 'nobody' ? found.reason : await this.write(context, message, found);
      if (found.state === 'nobody' || obstacle) {
        settle(context, message, 'failed', obstacle);
        return [];
      }
      move(message, 'submitting');
      return await this.parts(context, message, found.contact.mobile);
    });
  }

  async finish(id: string, outcomes: ReadonlyMap<string, Submitted>): Promise<void> {
    await step(this.source, 'notify.finish-submission', async (context) => {
      await lockReceipts(context);
      const message = await context.lock(MessageRow, { id });
      if (message?.state !== 'submitting') return;
      const parts = await context.lockAll(DeliveryRow, { messageId: id, attempt: message.attempts });
      for (const part of parts) {
        const outcome = outcomes.get(part.id);
        if (outcome) await record(context, part, outcome);
      }
      conclude(context, message, parts, this.policy.retryMs);
    });
  }

  /** After a crash nobody knows what became of the submits that were under way. */
  async recover(): Promise<void> {
    await step(this.source, 'notify.recover-submissions', async (context) => {
      for (const message of await context.lockAll(MessageRow, { state: 'submitting' })) {
        const parts = await context.lockAll(DeliveryRow, { messageId: message.id, attempt: message.attempts });
        for (const part of parts.filter(({ state }) => state === 'submitting')) doubt(part);
        conclude(context, message, parts, this.policy.retryMs);
      }
    });
  }

  private async hold(until: Date): Promise<void> {
    await step(this.source, 'notify.hold', async (context) => {
      const waiting = { state: 'queued', urgent: false } as const;
      const where = [IsNull(), LessThan(until)].map((heldUntil) => ({ ...waiting, heldUntil }));
      for (const message of await context.lockAll(MessageRow, where)) message.heldUntil = until;
    });
  }

  /** Makes the text once; what stands in the way of sending it, if anything. */
  private async write({ em }: WorkContext, message: MessageRow, found: Reached): Promise<MessageReason | null> {
    const { name, mobile } = found.contact;
    message.receiverName = name;
    message.maskedMobile = masked(mobile);
    if (this.policy.blockedPrefixes.some((prefix) => mobile.startsWith(prefix))) return 'blocked_number';
    const template = await em.findOneByOrFail(SmsTemplateRow, { code: message.template });
    message.text ??= fillIn(template.text, found.values);
    return message.text === null ? 'variable_missing' : null;
  }

  /** What is still to be submitted of the latest attempt, or all of a new one. */
  private async parts(context: WorkContext, message: MessageRow, mobile: string): Promise<Part[]> {
    const texts = segmentsOf(signed(this.policy.signature, message.text ?? ''));
    const latest = await context.lockAll(DeliveryRow, { messageId: message.id, attempt: message.attempts });
    const unfinished = latest.length > 0 && attemptState(latest.map(({ state }) => state)) === 'waiting';
    const deliveries = unfinished ? latest : newAttempt(context, message, texts.length);
    return deliveries
      .filter(({ state }) => state === 'waiting')
      .map((delivery) => {
        delivery.state = 'submitting';
        delivery.submittedAt = new Date();
        const { id: deliveryId, part, parts } = delivery;
        return {
          deliveryId,
          mobile,
          text: texts[part - 1] ?? '',
          part,
          parts,
          reference: referenceOf(message.id, message.attempts),
        };
      });
  }
}

function newAttempt(context: WorkContext, message: MessageRow, parts: number): DeliveryRow[] {
  message.attempts += 1;
  message.attemptsLeft -= 1;
  const { id: messageId, attempts: attempt } = message;
  const unsent = { state: 'waiting', doubts: 0, centreId: null, detail: null, submittedAt: null } as const;
  return Array.from({ length: parts }, (_, index) =>
    context.add(DeliveryRow, { messageId, attempt, part: index + 1, parts, ...unsent }),
  );
}

async function record(context: WorkContext, part: DeliveryRow, outcome: Submitted): Promise<void> {
  switch (outcome.kind) {
    case 'accepted':
      part.state = 'submitted';
      part.detail = null;
      part.centreId = centreId(outcome.id) || null;
      return await applyEarly(context, part);
    case 'refused':
      return refuse(part, outcome.status);
    case 'busy':
    case 'unsent':
      part.state = 'waiting';
      return;
    case 'unknown':
      return doubt(part);
  }
}

/** The receipts that were here before the answer to their submit. */
async function applyEarly(context: WorkContext, part: DeliveryRow): Promise<void> {
  if (!part.centreId) return;
  const since = new Date(Date.now() - EARLY_RECEIPT_MS);
  const where = { centreId: In(idForms(part.centreId)), deliveryId: IsNull(), receivedAt: MoreThan(since) };
  for (const receipt of await context.lockAll(ReceiptRow, where)) {
    receipt.deliveryId = part.id;
    applyReceipt(part, receipt.stat);
  }
}
