import type { caseEvents, projectEvents, unitEvents } from '#libs/contracts/facts.js';
import type { Sentences } from '../wording.js';

export const unitSentences: Sentences<typeof unitEvents> = {
  registered: ({ name }) => `项目单位“${name}”已登记。`,
};

const FIELD_WORDS: Record<string, string> = {
  name: '项目名称',
  projectCode: '项目代码',
  regionIds: '建设地点',
  townName: '所在镇街',
  scenario: '项目类别',
  projectType: '审批流程类型',
  industry: '行业',
  grade: '项目级别',
  totalInvestment: '总投资',
  floorArea: '建筑面积',
  landUse: '土地用途',
  landMode: '土地获取方式',
  existingLandDocument: '已有土地手续',
  constructionMonths: '建设工期',
  facts: '项目情况',
};

export const projectSentences: Sentences<typeof projectEvents> = {
  entered: ({ project: { name, unitName } }) => `${unitName}的项目“${name}”已录入。`,
  changed: ({ project: { name }, changed }) =>
    `项目“${name}”的信息已修改:${changed.map((field) => FIELD_WORDS[field] ?? '其他信息').join('、')}。`,
};

const SIDES = { unit: '项目单位', institution: '帮代办机构' };
const OPINION_WORDS = { meets: '符合', lacks: '缺条件', not_applicable: '不适用' };

export const caseSentences: Sentences<typeof caseEvents> = {
  drafted: ({ number, projectName, firstInstitutionId }, say) =>
    `${say.institution(firstInstitutionId)}为“${projectName}”代拟了帮代办申请(${number}),待项目单位确认。`,
  applied: ({ number, project, firstInstitutionId, entrusted }, say) =>
    `${project.unitName}为“${project.name}”申请“0+N”帮代办服务(${number}),委托${say.items(entrusted)},首接机构为${say.institution(firstInstitutionId)}。`,
  agreementSigned: ({ by, version }) => `${SIDES[by]}签署了帮代办协议(第${version}版)。`,
  activated: ({ itemCodes }, say) => `帮代办协议双方均已签署,服务正式启动,帮代办${say.items(itemCodes)}。`,
  entrustmentChanged: ({ itemCodes, version }, say) =>
    `补充协议(第${version}版)生效,帮代办事项调整为${say.items(itemCodes)}。`,
  mandateGranted: ({ holderAgentId, itemCodes, validFrom, validTo }, say) =>
    `项目单位授权${say.agent(holderAgentId)}为经办人,可代为申报${say.items(itemCodes)},期限${validFrom}至${validTo}。`,
  mandateEnded: ({ endedOn }) => `项目单位于${endedOn}终止了一份授权委托书。`,
  reviewConvened: ({ invited, opinionsDueOn }, say) =>
    `首接机构召开联合预审,邀请${invited.map(({ departmentCode }) => say.department(departmentCode)).join('、')},请于${opinionsDueOn}前反馈意见。`,
  opinionGiven: ({ departmentCode, itemCode, opinion, text }, say) =>
    `${say.department(departmentCode)}对${say.item(itemCode)}提出预审意见:${OPINION_WORDS[opinion]}。${text}`,
  reviewClosed: ({ conclusions }) => {
    const needed = conclusions.filter(({ need }) => need === 'needed').length;
    return `联合预审结束:${needed}项需要办理,${conclusions.length - needed}项无需办理。`;
  },
  noticeIssued: ({ number, version }) => `首接机构出具一次性告知书(${number},第${version}版)。`,
  visitRecorded: ({ by, visitorName, on, place, result }) =>
    `${by === 'approver' ? '审批人员' : '帮代办人员'}${visitorName}于${on}到${place}上门服务:${result}。`,
  tripRecorded: ({ on, reason }) => `项目单位于${on}跑腿一次,原因:${reason}。`,
  documentRegistered: ({ name, itemCode }, say) =>
    `登记文件《${name}》${itemCode ? `,用于${say.item(itemCode)}` : ''}。`,
  originalLent: ({ what, receiver, on }) => `${receiver}于${on}向项目单位借用原件《${what}》。`,
  originalReturned: ({ what, on }) => `原件《${what}》已于${on}归还项目单位。`,
  noteWritten: ({ text }) => `留言:${text}`,
  consulted: ({ question }) => `项目单位咨询:${question}`,
  consultationAnswered: ({ answer }) => `帮代办人员答复咨询:${answer}`,
  progressPublished: () => '办理进度已公开,凭二维码可以查看。',
  progressWithdrawn: () => '办理进度已停止公开,原二维码失效。',
  closureRequested: () => '帮代办机构申请结案,正在核对委托事项是否全部办结。',
  closureDeclined: ({ openItems }) =>
    `尚有${openItems.length}项委托事项未办结(${openItems.join('、')}),暂不能结案,继续办理。`,
  closed: ({ visits, trips }) => `委托事项全部办结,本项目帮代办服务结案:企业跑腿${trips}次,上门服务${visits}次。`,
  terminated: ({ by, reason }) => `${SIDES[by]}终止帮代办服务,理由:${reason}。`,
};
