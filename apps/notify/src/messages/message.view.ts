import type { CaseCopy } from '../copies/case-copy.entity.js';
import type { DeliveryRow } from './delivery.entity.js';
import type { MessageRow } from './message.entity.js';
import { REASON_TEXTS } from './reasons.js';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const messageView = (message: MessageRow, known: CaseCopy | null) => ({
  id: message.id,
  caseId: message.caseId,
  caseNumber: known?.number ?? null,
  event: message.event,
  template: message.template,
  receiver: message.receiver,
  receiverName: message.receiverName,
  mobile: message.maskedMobile,
  text: message.text,
  urgent: message.urgent,
  state: message.state,
  reason: message.reason,
  reasonText: message.reason && REASON_TEXTS[message.reason],
  attempts: message.attempts,
  queuedAt: message.queuedAt.toISOString(),
  heldUntil: instant(message.heldUntil),
  settledAt: instant(message.settledAt),
  version: message.version,
});

export const deliveryView = ({ attempt, part, parts, state, detail, submittedAt }: DeliveryRow) => ({
  attempt,
  part,
  parts,
  state,
  detail,
  submittedAt: instant(submittedAt),
});
