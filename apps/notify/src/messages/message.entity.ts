import { Column, Entity, Index } from 'typeorm';
import type { MessageReason, MessageState, Receiver } from '#libs/contracts/notify.js';
import { Row } from '#libs/persistence/row.js';

/** Whom a message is for: `unit` or `principal` of the case, found when it is sent; `agent:<id>`; any of `managers:<institution id>`. */
export type Addressee = 'unit' | 'principal' | `agent:${string}` | `managers:${string}`;

/** What one receiver is told of one event, once (R107). Holds no number, only what is left of it when masked (R109). */
@Entity('message')
@Index('uq_message_once', ['eventId', 'addressee', 'template'], { unique: true })
@Index('ix_message_open', ['state', 'queuedAt'], { where: "state IN ('queued', 'submitting', 'submitted')" })
@Index('ix_message_case', ['caseId', 'queuedAt'])
export class MessageRow extends Row {
  @Column('uuid')
  eventId: string;

  /** The fact's name, as `case.applied`. */
  @Column('text')
  event: string;

  @Column('uuid')
  caseId: string;

  @Column('text')
  receiver: Receiver;

  @Column('text')
  addressee: Addressee;

  @Column('text')
  template: string;

  /** What the fact said; those of the case are added when the text is made. */
  @Column('jsonb')
  variables: Record<string, string>;

  @Column('boolean')
  urgent: boolean;

  @Column('text')
  state: MessageState;

  @Column('text', { nullable: true })
  reason: MessageReason | null;

  @Column('text', { nullable: true })
  receiverName: string | null;

  @Column('text', { nullable: true })
  maskedMobile: string | null;

  /** Made at the first attempt, the same for all. */
  @Column('text', { nullable: true })
  text: string | null;

  /** How often it was handed to the SMS centre as a whole; the number of the latest delivery. */
  @Column('integer')
  attempts: number;

  /** Attempts left before it has failed for good. */
  @Column('integer')
  attemptsLeft: number;

  /** Business time. */
  @Column('timestamptz')
  queuedAt: Date;

  /** Business time: the end of the quiet hours it waits for. */
  @Column('timestamptz', { nullable: true })
  heldUntil: Date | null;

  /** Real time before which it is not tried again. */
  @Column('timestamptz', { nullable: true })
  tryAt: Date | null;

  /** Real time. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  /** Business time. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
