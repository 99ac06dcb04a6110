import type { agentEvents, assignmentEvents, institutionEvents, routingEvents } from '#libs/contracts/facts.js';
import type { Sentences } from '../wording.js';

export const institutionSentences: Sentences<typeof institutionEvents> = {
  established: ({ name, servicePoint, active }) =>
    active ? `帮代办机构“${name}”已设立,服务地点为${servicePoint}。` : `帮代办机构“${name}”已停止服务。`,
};

export const agentSentences: Sentences<typeof agentEvents> = {
  appointed: ({ name, institutionId, active }, say) =>
    active
      ? `${name}任${say.institution(institutionId)}帮代办人员。`
      : `${name}不再担任${say.institution(institutionId)}帮代办人员。`,
  liaisonAppointed: ({ agentId, regionId, from }, say) =>
    `${say.agent(agentId)}自${from}起任${say.region(regionId)}首席联络员。`,
  liaisonEnded: ({ agentId, regionId, to }, say) =>
    `${say.agent(agentId)}自${to}起不再担任${say.region(regionId)}首席联络员。`,
  contactAppointed: ({ agentId, institutionId, itemCode, category, from }, say) =>
    `${say.agent(agentId)}自${from}起任${say.institution(institutionId)}${itemCode ? say.item(itemCode) : `“${category ?? '有关'}”类项目`}首席帮代办联系人。`,
  contactEnded: ({ agentId, to }, say) => `${say.agent(agentId)}自${to}起不再担任首席帮代办联系人。`,
};

const METHODS = {
  email: '电子邮件',
  network_share: '网络共享',
  platform_upload: '平台上传',
  courier: '快递',
  in_person: '上门送达',
  other: '其他方式',
};

export const routingSentences: Sentences<typeof routingEvents> = {
  proposed: ({ summary, questions }) =>
    questions.length > 0 ? `承办层级待确认:${questions.join(';')}。` : `承办建议:${summary}`,
  transferProposed: ({ fromInstitutionId, toInstitutionName, method, liaisonAgentId, itemCodes }, say) =>
    `${say.institution(fromInstitutionId)}联系首席联络员${say.agent(liaisonAgentId)},以${METHODS[method]}方式向${toInstitutionName}转交${say.items(itemCodes)},待接收。`,
  transferReminded: ({ toInstitutionId, liaisonAgentId }, say) =>
    `转交材料超过1个工作日未签收,已提醒${say.institution(toInstitutionId)}首席联络员${say.agent(liaisonAgentId)}。`,
  transferReceived: ({ institutionName, receipt }) => `${institutionName}已签收转交材料(${receipt}),由其承办。`,
  transferReturned: ({ institutionId, reason }, say) => `${say.institution(institutionId)}退回转交,理由:${reason}。`,
  contactAsked: ({ itemCode, institutionId, agentId, asLiaison }, say) =>
    asLiaison
      ? `${say.institution(institutionId)}尚未确定${say.item(itemCode)}的首席帮代办联系人,已联系首席联络员${say.agent(agentId)}。`
      : `已联系${say.institution(institutionId)}${say.item(itemCode)}首席帮代办联系人${say.agent(agentId)}实施帮代办。`,
  provinceCoordinated: ({ itemCode, fromDepartment, toDepartment }, say) =>
    `${say.item(itemCode)}属省级以上权限,由${say.department(fromDepartment)}按业务对口协调${say.department(toDepartment)}办理。`,
  coordinationAnswered: ({ itemCode, result }, say) => `${say.item(itemCode)}的对口协调有了结果:${result}。`,
};

const ROLES: Record<string, string> = {
  principal: '“一对一”帮代办专人',
  guide: '审批流程指导员',
  policy_adviser: '审批政策宣讲员',
  member: '帮代办团队成员',
};

export const assignmentSentences: Sentences<typeof assignmentEvents> = {
  assigned: ({ agentName, role, institutionId }, say) =>
    `确定${say.institution(institutionId)}${agentName}为本项目${ROLES[role] ?? '帮代办人员'}。`,
  ended: ({ agentId, role, reason }, say) =>
    `${say.agent(agentId)}不再担任本项目${ROLES[role] ?? '帮代办人员'},原因:${reason}。`,
  handOverProposed: ({ fromAgentId, toAgentName, stage, reason }, say) =>
    `${say.agent(fromAgentId)}拟将本项目${stage ? `“${stage}”阶段` : ''}交接给${toAgentName},原因:${reason}。`,
  handOverReturned: ({ fromAgentId, toAgentId, reason }, say) =>
    `${say.agent(toAgentId)}未接受${say.agent(fromAgentId)}的交接,原因:${reason}。`,
  principalMissing: ({ institutionId }, say) =>
    `${say.institution(institutionId)}超过1个工作日未确定帮代办专人,请尽快指定。`,
};
