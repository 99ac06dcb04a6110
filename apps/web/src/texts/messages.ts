import type { Delivery, MessageState, Receiver } from '#libs/contracts/notify.js';
import type { z } from 'zod';
import { texts } from './texts.js';
import type { Pair } from './texts.js';

export const messageStates = texts({
  queued: ['待发送', 'Queued'],
  submitting: ['发送中', 'Sending'],
  submitted: ['已发出,待回执', 'Sent, no receipt yet'],
  delivered: ['已送达', 'Delivered'],
  failed: ['发送失败', 'Failed'],
  expired: ['已过期', 'Expired'],
} satisfies Record<MessageState, Pair>);

export const receivers = texts({
  unit: ['项目单位', 'Unit'],
  principal: ['帮代办专人', 'Principal'],
  manager: ['总体工作管理员', 'Manager'],
  liaison: ['首席联络员', 'Chief liaison'],
  contact: ['首席联系人', 'Chief contact'],
  assignee: ['被指派人员', 'Assignee'],
  mandate_holder: ['经办人', 'Mandate holder'],
} satisfies Record<Receiver, Pair>);

export const deliveryStates = texts({
  waiting: ['待发送', 'Waiting'],
  submitting: ['发送中', 'Sending'],
  submitted: ['已提交短信中心', 'At the SMS centre'],
  delivered: ['已送达', 'Delivered'],
  failed: ['失败', 'Failed'],
} satisfies Record<z.infer<typeof Delivery>['state'], Pair>);

export const messages = texts({
  tabSent: ['发送记录', 'Sent'],
  tabRules: ['通知规则', 'Rules'],
  tabTemplates: ['短信模板', 'Templates'],
  state: ['状态', 'State'],
  template: ['模板', 'Template'],
  to: ['接收人', 'To'],
  text: ['内容', 'Text'],
  notYet: ['发送时生成', 'Made when it is sent'],
  project: ['项目编号', 'Case'],
  queuedAt: ['产生时间', 'Queued'],
  settledAt: ['完成时间', 'Settled'],
  heldUntil: (at: string) => [`静默时段,${at} 发送`, `Quiet hours, to be sent ${at}`],
  urgent: ['紧急', 'Urgent'],
  course: ['发送经过', 'Course'],
  courseTitle: ['这条短信的发送经过', 'The course of this message'],
  attempt: (attempt: number) => [`第${attempt}次发送`, `Attempt ${attempt}`],
  part: (part: number, parts: number) => [`第${part}/${parts}段`, `Part ${part} of ${parts}`],
  noAttempts: ['还没有发送过', 'Not sent yet'],
  reason: ['原因', 'Reason'],
  resend: ['重发', 'Send again'],
  resent: (name: string) => [`已重新排队,将发给${name}`, `Queued again for ${name}`],
  event: ['发生什么', 'Event'],
  receiver: ['告诉谁', 'Whom'],
  condition: ['何时', 'When'],
  always: ['每次', 'Always'],
  onOff: ['启用', 'On'],
  on: ['启用中', 'On'],
  off: ['已停用', 'Off'],
  turnOn: (what: string) => [`启用:${what}`, `Switch on: ${what}`],
  turnedOn: ['已启用', 'Switched on'],
  turnedOff: ['已停用,之后不再发送这条通知', 'Switched off'],
  chooseTemplate: (what: string) => [`${what}使用的模板`, `Template of ${what}`],
  templateChanged: ['已换用模板', 'The template is changed'],
  edit: ['修改', 'Edit'],
  editTitle: (code: string) => [`修改模板 ${code}`, `Change ${code}`],
  edited: ['模板已保存,之后的短信按新内容发送', 'Saved; later messages use it'],
  body: ['短信内容', 'Text'],
  bodyHint: ['签名由短信通道加在开头', 'The signature is put at its head by the channel'],
  variables: ['可用变量', 'Variables'],
  insert: (title: string) => [`插入“${title}”`, `Insert ${title}`],
  providerId: ['运营商模板编号', 'Provider’s template id'],
  providerHint: ['在运营商处报备通过后的编号', 'Under which the operator approved the text'],
  urgentField: ['静默时段也发送', 'Sent in quiet hours too'],
  conflict: [
    '别人刚刚改过这个模板,已换成最新内容;您写的仍在下面。',
    'Somebody changed it meanwhile; what you wrote is still below.',
  ],
  sample: ['示例', 'Example'],
});
