import { z } from 'zod';
import { command, query } from './define.js';
import { Id, Instant, Paging, Text, Version, listOf, pageOf } from './values.js';

// Text messages (R107): which fact tells whom by which template, what was sent, and what became of it.

export const MESSAGE_STATES = ['queued', 'submitting', 'submitted', 'delivered', 'failed', 'expired'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** To whom a rule speaks; all but the first three are named in the fact itself. */
export const RECEIVERS = ['unit', 'principal', 'manager', 'liaison', 'contact', 'assignee', 'mandate_holder'] as const;
export type Receiver = (typeof RECEIVERS)[number];

/** Why a message waits or has failed. */
export const MESSAGE_REASONS = [
  'owner_away',
  'case_unknown',
  'centre_busy',
  'no_contact',
  'no_principal',
  'no_manager',
  'variable_missing',
  'blocked_number',
  'refused',
  'no_answer',
  'undelivered',
  'no_receipt',
] as const;
export type MessageReason = (typeof MESSAGE_REASONS)[number];

const EXAMPLE_ID = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';
const FactName = z
  .string()
  .regex(/^[a-z-]+\.[a-zA-Z]+$/)
  .max(60);
const TemplateCode = z
  .string()
  .regex(/^[a-z-]+$/)
  .max(60);

export const Message = z
  .object({
    id: Id,
    caseId: Id,
    /** Of the case; null while its first fact has not arrived here. */
    caseNumber: z.string().nullable(),
    event: FactName,
    template: TemplateCode,
    receiver: z.enum(RECEIVERS),
    /** Known from the first attempt on, as the number is: `138****1234` (R109). */
    receiverName: z.string().nullable(),
    mobile: z.string().nullable(),
    /** Without the signature, which the channel puts at its head; null before the first attempt. */
    text: z.string().nullable(),
    urgent: z.boolean(),
    state: z.enum(MESSAGE_STATES),
    reason: z.enum(MESSAGE_REASONS).nullable(),
    reasonText: z.string().nullable(),
    attempts: z.int(),
    queuedAt: Instant,
    /** The end of the quiet hours it waits for. */
    heldUntil: Instant.nullable(),
    settledAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'Message' });

/** One segment of one attempt, as the SMS centre knows it. */
export const Delivery = z
  .object({
    attempt: z.int(),
    part: z.int(),
    parts: z.int(),
    state: z.enum(['waiting', 'submitting', 'submitted', 'delivered', 'failed']),
    /** SMPP status of a refused submit, or the state in the receipt. */
    detail: z.string().nullable(),
    submittedAt: Instant.nullable(),
  })
  .meta({ id: 'Delivery' });

export const MessageDetail = Message.extend({ deliveries: z.array(Delivery) }).meta({ id: 'MessageDetail' });

export const listMessages = query('notify.list-messages', {
  http: ['GET', '/messages'],
  permission: 'message:read',
  title: ['短信列表(项目单位只看到发给自己的)', 'Messages; a unit sees those sent to it'],
  input: z.object({
    ...Paging,
    caseId: Id.optional(),
    state: z.enum(MESSAGE_STATES).optional(),
    template: TemplateCode.optional(),
  }),
  output: pageOf(Message),
  errors: [],
  example: { page: 1, pageSize: 50, state: 'failed' },
});

export const getMessage = query('notify.get-message', {
  http: ['GET', '/messages/:id'],
  permission: 'message:read',
  title: ['一条短信及其发送经过', 'A message and its deliveries'],
  input: z.object({ id: Id }),
  output: MessageDetail,
  errors: ['not_found'],
  example: { id: EXAMPLE_ID },
});

export const resendMessage = command('notify.resend-message', {
  http: ['POST', '/messages/:id/resend'],
  key: 'id',
  permission: 'message:resend',
  title: ['重发发送失败或已过期的短信', 'Send a failed or expired message again'],
  input: z.object({ id: Id }),
  output: Message,
  errors: ['not_found', 'message_not_resendable'],
  example: { id: EXAMPLE_ID },
});

export const SmsTemplate = z
  .object({
    id: Id,
    code: TemplateCode,
    event: FactName,
    /** `{name}` stands for a variable; no signature. */
    text: z.string(),
    /** What the event offers, with the characters a value is cut to. */
    variables: z.array(z.object({ name: z.string(), title: z.string(), maxLength: z.int() })),
    /** Under which the operator approved the text. */
    providerTemplateId: z.string(),
    /** Sent in quiet hours too. */
    urgent: z.boolean(),
    version: Version,
  })
  .meta({ id: 'SmsTemplate' });

export const listSmsTemplates = query('notify.list-sms-templates', {
  http: ['GET', '/sms-templates'],
  permission: 'sms-template:read',
  title: ['短信模板', 'Templates of text messages'],
  input: z.object({}),
  output: listOf(SmsTemplate),
  errors: [],
  example: {},
});

export const changeSmsTemplate = command('notify.change-sms-template', {
  http: ['PATCH', '/sms-templates/:templateId'],
  key: 'templateId',
  ifMatch: true,
  permission: 'sms-template:change',
  title: ['修改短信模板', 'Change a template'],
  input: z.object({
    templateId: Id,
    text: Text(500).optional(),
    providerTemplateId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/)
      .optional(),
    urgent: z.boolean().optional(),
  }),
  output: SmsTemplate,
  errors: ['not_found', 'sms_variable_undeclared', 'sms_text_unfit'],
  example: { templateId: EXAMPLE_ID, text: '“{projectName}”的帮代办申请已收到,编号{caseNumber}。' },
});

export const NotificationRule = z
  .object({
    id: Id,
    event: FactName,
    receiver: z.enum(RECEIVERS),
    template: TemplateCode,
    /** Field of the fact → the values for which the rule speaks; empty = always. */
    condition: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))),
    state: z.enum(['on', 'off']),
    version: Version,
  })
  .meta({ id: 'NotificationRule' });

export const listNotificationRules = query('notify.list-notification-rules', {
  http: ['GET', '/notification-rules'],
  permission: 'notification-rule:read',
  title: ['通知规则:什么事、告诉谁、用哪个模板', 'Which event tells whom by which template'],
  input: z.object({}),
  output: listOf(NotificationRule),
  errors: [],
  example: {},
});

export const changeNotificationRule = command('notify.change-notification-rule', {
  http: ['PATCH', '/notification-rules/:ruleId'],
  key: 'ruleId',
  ifMatch: true,
  permission: 'notification-rule:change',
  title: ['启用、停用通知规则或换用模板', 'Switch a rule on or off, or give it another template'],
  input: z.object({ ruleId: Id, state: z.enum(['on', 'off']).optional(), template: TemplateCode.optional() }),
  output: NotificationRule,
  errors: ['not_found', 'sms_template_mismatch'],
  example: { ruleId: EXAMPLE_ID, state: 'off' },
});
