import type { AGENT_CLASSES, TRANSFER_METHODS } from '#libs/contracts/facts.js';
import type { AGENT_SOURCES, TRANSFER_STATES } from '#libs/contracts/agents.js';
import type { FILING_STATES, RESULTS } from '#libs/contracts/approvals.js';
import type { CASE_STATES, GRADES, LIGHTS } from '#libs/contracts/projects.js';

/** In Chinese and in English. */
export type Said = readonly [zh: string, en: string];
type Words<T extends readonly string[]> = Record<T[number], Said>;

// What the words of the contracts are called in a file; a word that is missing does not compile.

export const CASE_STATE: Words<typeof CASE_STATES> = {
  draft: ['代拟待确认', 'Drafted'],
  applied: ['已申请', 'Applied'],
  active: ['帮代办中', 'Active'],
  closing: ['申请结案', 'Closing'],
  closed: ['已结案', 'Closed'],
  terminated: ['已终止', 'Terminated'],
};

export const GRADE: Words<typeof GRADES> = {
  national: ['国家级', 'National'],
  province: ['省级', 'Provincial'],
  city: ['市级', 'City'],
  county: ['县级', 'County'],
};

export const LIGHT: Words<typeof LIGHTS> = {
  yellow: ['黄灯', 'Yellow'],
  orange: ['橙灯', 'Orange'],
  red: ['红灯', 'Red'],
};

export const FILING_STATE: Words<typeof FILING_STATES> = {
  draft: ['待提交', 'Draft'],
  submitted: ['已接件', 'Submitted'],
  cancelled: ['已撤件', 'Cancelled'],
  not_accepted: ['未受理', 'Not accepted'],
  correcting: ['补正中', 'Correcting'],
  corrected: ['已补正', 'Corrected'],
  accepted: ['已受理', 'Accepted'],
  in_review: ['办理中', 'In review'],
  special_procedure: ['特别程序中', 'Special procedure'],
  withdrawn: ['已撤回', 'Withdrawn'],
  decided: ['已办结', 'Decided'],
  revoked: ['已撤销', 'Revoked'],
};

export const RESULT: Words<typeof RESULTS> = {
  granted: ['通过', 'Granted'],
  granted_with_deferral: ['容缺通过', 'Granted with deferral'],
  refused: ['不予通过', 'Refused'],
};

export const TRANSFER_STATE: Words<typeof TRANSFER_STATES> = {
  proposed: ['待接收', 'Proposed'],
  received: ['已接收', 'Received'],
  returned: ['已退回', 'Returned'],
};

export const DIRECTION: Words<readonly ['down', 'up', 'across']> = {
  down: ['向下', 'Down'],
  up: ['向上', 'Up'],
  across: ['平级', 'Across'],
};

export const METHOD: Words<typeof TRANSFER_METHODS> = {
  email: ['电子邮件', 'E-mail'],
  network_share: ['内网共享', 'Network share'],
  platform_upload: ['平台上传', 'Platform'],
  courier: ['快递', 'Courier'],
  in_person: ['当面移交', 'In person'],
  other: ['其他', 'Other'],
};

export const AGENT_CLASS: Words<typeof AGENT_CLASSES> = {
  manager: ['总体工作管理员', 'Manager'],
  guide: ['审批流程指导员', 'Guide'],
  helper: ['帮代办服务员', 'Helper'],
  policy_adviser: ['政策宣讲员', 'Policy adviser'],
  inspector: ['工作督导员', 'Inspector'],
};

export const AGENT_SOURCE: Words<typeof AGENT_SOURCES> = {
  established_post: ['在编', 'Established post'],
  purchased_service: ['政府购买服务', 'Purchased service'],
  secondment: ['选派锻炼', 'Secondment'],
};

export const LEDGER_KIND: Words<readonly ['fact', 'note', 'correction']> = {
  fact: ['事实', 'Fact'],
  note: ['记录', 'Note'],
  correction: ['更正', 'Correction'],
};
