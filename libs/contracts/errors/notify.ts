/** Refusals of the notify service. */
export const notifyErrors = {
  message_not_resendable: {
    status: 409,
    zh: '这条短信当前状态为“{state}”,不能重发;只有发送失败或已过期的短信可以重发。',
    en: 'This message is {state}; only a failed or an expired one can be sent again.',
  },
  sms_variable_undeclared: {
    status: 422,
    zh: '模板使用了未声明的变量:{names}。这一通知可用的变量有:{allowed}。',
    en: 'The text uses undeclared variables: {names}. This event offers: {allowed}.',
  },
  sms_text_unfit: {
    status: 422,
    zh: '模板内容不符合短信规定:{reasons}。请修改后重新提交。',
    en: 'The text breaks the rules for text messages: {reasons}. Correct it and send it again.',
  },
  sms_template_mismatch: {
    status: 409,
    zh: '模板“{template}”不属于“{event}”这一通知,请选用同一通知的模板。',
    en: 'The template {template} is not one of the event {event}; choose one of that event.',
  },
} as const;
