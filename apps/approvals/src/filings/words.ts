import type { State, TransitionName } from './filing.machine.js';

// How refusals name the states and the acts of a filing.

export const STATE_ZH: Record<State, string> = {
  draft: '待提交',
  submitted: '已接件',
  cancelled: '已撤件',
  not_accepted: '未受理',
  correcting: '补正中',
  corrected: '已补正',
  accepted: '已受理',
  in_review: '办理中',
  special_procedure: '特别程序中',
  withdrawn: '已撤回',
  decided: '已办结',
  revoked: '已撤销',
};

export const ACT_ZH: Record<TransitionName, string> = {
  submit: '提交',
  cancel: '撤件',
  accept: '受理',
  decline: '作出不受理决定',
  deny: '作出不予受理决定',
  request_correction: '要求补正',
  end_correction: '补正材料',
  start_review: '开始办理',
  start_special_procedure: '启动特别程序',
  end_special_procedure: '结束特别程序',
  grant: '办结',
  grant_with_deferral: '容缺办结',
  refuse: '办结(不通过)',
  withdraw: '撤回',
  revoke: '撤销',
  record_external_decision: '登记系统外办结',
  confirm_external_decision: '核验确认',
  reject_external_decision: '核验退回',
};
