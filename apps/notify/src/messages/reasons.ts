import type { MessageReason, MessageState, Receiver } from '#libs/contracts/notify.js';

// What people read about a message.

export const REASON_TEXTS: Record<MessageReason, string> = {
  owner_away: '暂时查不到收信人的联系方式,稍后自动重试',
  case_unknown: '项目信息正在同步,稍后自动重试',
  centre_busy: '短信中心繁忙或暂时连接不上,稍后自动重试',
  no_contact: '收信人没有登记手机号,请补登后重发',
  no_principal: '该项目目前没有帮代办服务员,请确定后重发',
  no_manager: '该机构目前没有总体工作管理员,请确定后重发',
  variable_missing: '模板中有变量没有内容,请核对模板后重发',
  blocked_number: '该号段不允许真实发送',
  refused: '短信中心拒收',
  no_answer: '短信中心两次没有回应,不再重复提交,请核实后重发',
  undelivered: '多次发送均未送达,请核对号码后重发',
  no_receipt: '三天内没有收到回执',
};

export const STATE_NAMES: Record<MessageState, string> = {
  queued: '待发送',
  submitting: '提交中',
  submitted: '已提交',
  delivered: '已送达',
  failed: '发送失败',
  expired: '已过期',
};

export const RECEIVER_NAMES: Record<Receiver, string> = {
  unit: '项目单位',
  principal: '帮代办服务员',
  manager: '总体工作管理员',
  liaison: '首席联络员',
  contact: '首席帮代办联系人',
  assignee: '帮代办人员',
  mandate_holder: '经办人',
};
