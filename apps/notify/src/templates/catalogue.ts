import { v5 as uuidV5 } from 'uuid';

// The templates and rules an installation begins with. Administrators change them afterwards; an import leaves what they
// changed alone.

const NAMESPACE = '3b0f3a4e-52c1-5c9d-9d56-1f7c0a6a2b11';

/** The same id in every installation. */
export const seededId = (name: string): string => uuidV5(name, NAMESPACE);

interface Wording {
  code: string;
  event: string;
  text: string;
  providerTemplateId: string;
  urgent: boolean;
}

const wording = (code: string, event: string, text: string): Omit<Wording, 'providerTemplateId'> => ({
  code,
  event,
  text,
  urgent: false,
});

const WORDINGS = [
  wording(
    'case-applied-unit',
    'case.applied',
    '“{projectName}”的帮代办申请已收到，编号{caseNumber}。我们将尽快为您确定帮代办服务员。',
  ),
  wording(
    'case-applied-manager',
    'case.applied',
    '收到新的帮代办申请“{projectName}”（{caseNumber}），请在1个工作日内确定帮代办服务员。',
  ),
  wording(
    'case-activated-unit',
    'case.activated',
    '“{projectName}”的帮代办协议已双方签署，委托的{itemCount}个事项可以启动办理。',
  ),
  wording(
    'notice-issued-unit',
    'case.noticeIssued',
    '“{projectName}”的一次性告知书（{noticeNumber}）已出具，请登录平台查看。',
  ),
  wording(
    'mandate-granted-holder',
    'case.mandateGranted',
    '您已成为“{projectName}”（{caseNumber}）的经办人，授权有效期至{validTo}。',
  ),
  wording('case-closed-unit', 'case.closed', '“{projectName}”的帮代办服务已结案，请登录平台查看服务台账并作评价。'),
  wording(
    'transfer-proposed-liaison',
    'routing.transferProposed',
    '“{projectName}”（{caseNumber}）转交{institutionName}办理，请在1个工作日内签收或写明理由退回。',
  ),
  wording(
    'transfer-reminded-liaison',
    'routing.transferReminded',
    '“{projectName}”（{caseNumber}）的转交已满1个工作日未签收，请尽快签收或写明理由退回。',
  ),
  wording(
    'transfer-received-unit',
    'routing.transferReceived',
    '“{projectName}”已由{institutionName}接收，后续由该机构为您提供帮代办服务。',
  ),
  wording(
    'contact-asked',
    'routing.contactAsked',
    '“{projectName}”（{caseNumber}）有您负责联系的事项需要帮代办，请登录平台查看。',
  ),
  wording(
    'contact-asked-liaison',
    'routing.contactAsked',
    '“{projectName}”（{caseNumber}）有事项尚未确定首席帮代办联系人，请您对接，登录平台查看。',
  ),
  wording(
    'assigned-principal',
    'assignment.assigned',
    '您已被确定为“{projectName}”（{caseNumber}）的帮代办服务员，请及时联系项目单位。',
  ),
  wording(
    'assigned-team',
    'assignment.assigned',
    '您已加入“{projectName}”（{caseNumber}）的帮代办团队，请登录平台查看分工。',
  ),
  wording('assigned-unit', 'assignment.assigned', '“{projectName}”的帮代办服务员已确定为{agentName}，将全程为您服务。'),
  wording(
    'principal-missing-manager',
    'assignment.principalMissing',
    '“{projectName}”（{caseNumber}）超过1个工作日没有帮代办服务员，请尽快确定。',
  ),
  wording('approval-accepted-unit', 'approval.accepted', '“{projectName}”的“{itemName}”已于{acceptedOn}受理。'),
  wording(
    'correction-requested-unit',
    'approval.correctionRequested',
    '“{projectName}”的“{itemName}”需要补正{materialCount}项材料，请于{dueOn}前补齐，内容请登录平台查看。',
  ),
  wording(
    'correction-requested-principal',
    'approval.correctionRequested',
    '“{projectName}”的“{itemName}”需要补正{materialCount}项材料，期限{dueOn}，请协助项目单位补齐。',
  ),
  wording(
    'deadline-near-principal',
    'approval.deadlineNear',
    '“{projectName}”的“{itemName}”{clockName}为{dueOn}，{remaining}，请及时跟进。',
  ),
  wording(
    'deadline-near-unit',
    'approval.deadlineNear',
    '“{projectName}”的“{itemName}”{clockName}为{dueOn}，{remaining}，请登录平台办理。',
  ),
  wording('approval-decided-unit', 'approval.decided', '“{projectName}”的“{itemName}”已办结，结果：{result}。'),
  wording(
    'approval-decided-principal',
    'approval.decided',
    '您帮代办的“{projectName}”“{itemName}”已办结，结果：{result}。',
  ),
  wording(
    'pre-approval-issued-unit',
    'pre-approval.issued',
    '“{projectName}”的“{itemName}”预审批文件（{documentNumber}）已出具，有效期至{validTo}，仅用于下一环节预审批。',
  ),
  wording(
    'pre-approval-converted-unit',
    'pre-approval.converted',
    '“{projectName}”的“{itemName}”预审批文件已换发正式批文（{documentNumber}）。',
  ),
  wording(
    'pre-approval-ended-unit',
    'pre-approval.ended',
    '“{projectName}”的“{itemName}”预审批文件已{ending}，原因请登录平台查看。',
  ),
];

/** Numbered in the order of the table, as they were handed in to the operator. */
export const TEMPLATES: readonly Wording[] = WORDINGS.map((given, index) => ({
  ...given,
  providerTemplateId: `BDB${String(index + 1).padStart(3, '0')}`,
}));
