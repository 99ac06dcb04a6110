import { assignmentErrors } from './assignments.js';
import { routingErrors } from './routing.js';

/** Refusals of the agents service; F03 and F04 are the sentences of rules.md, section M. */
export const agentsErrors = {
  institution_exists: {
    status: 409,
    zh: '{region}已设有帮代办机构,每个行政单位只设一个;如需调整,请先撤销原机构。',
    en: '{region} has its institution already; end that one first.',
  },
  region_not_of_level: {
    status: 422,
    zh: '“{region}”不是{level}的行政单位,请核对机构层级和地区。',
    en: '{region} is no administrative unit of the level {level}.',
  },
  parent_institution_wrong: {
    status: 422,
    zh: '上级机构应为“{region}”现有的帮代办机构,请核对;尚未设立的,请先设立上级机构。',
    en: 'The institution above must be that of {region}; establish it first.',
  },
  not_your_institution: {
    status: 403,
    zh: '“{institution}”不在您的管理范围内,请由该机构或其上级机构的总体工作管理员办理。',
    en: '{institution} is managed by its own manager or the one above.',
  },
  institution_ended: {
    status: 409,
    zh: '“{institution}”已撤销,请选择现有的帮代办机构。',
    en: '{institution} has ceased; choose another.',
  },
  institution_in_use: {
    status: 409,
    zh: '“{institution}”尚有{agents}名在岗人员、{children}个下级机构和{cases}个在办项目,请先调整后再撤销。',
    en: '{institution} still has {agents} agents, {children} institutions below it and {cases} open cases.',
  },

  classes_need_reason: {
    status: 422,
    zh: '一人兼任多类岗位的,请写明兼任理由。',
    en: 'Several classes in one person need a reason.',
  },
  contract_end_needed: {
    status: 422,
    zh: '政府购买服务和选派锻炼人员,请填写合同或选派期满日期。',
    en: 'A contract or secondment needs its last day.',
  },
  item_unknown: {
    status: 422,
    zh: '事项目录中没有以下编码:{codes},请核对。',
    en: 'These codes are not in the catalogue: {codes}.',
  },
  agent_not_active: {
    status: 409,
    zh: '{name}已不在岗,请选择在岗人员。',
    en: '{name} is no longer in office.',
  },
  agent_elsewhere: {
    status: 422,
    zh: '{name}不是“{institution}”的人员,请选择该机构的人员。',
    en: '{name} does not belong to {institution}.',
  },
  agent_has_open_work: {
    status: 409,
    zh: '{name}尚有{count}个在办项目({cases}),请先办理交接或另行指派。',
    en: '{name} still has {count} open cases ({cases}); hand them over first.',
  },
  agent_in_office: {
    status: 409,
    zh: '{name}现任{posts},请先确定接替人员。',
    en: '{name} is in office as {posts}; name a successor first.',
  },
  leave_dates_wrong: {
    status: 422,
    zh: '请假止期不能早于起期。',
    en: 'A leave cannot end before it begins.',
  },
  leave_overlaps: {
    status: 409,
    zh: '{name}在该期间已登记请假({from}至{to})。',
    en: '{name} is on leave from {from} to {to} already.',
  },
  substitute_wrong: {
    status: 422,
    zh: '替班人员应为本机构其他在岗人员,请重新选择。',
    en: 'A substitute must be another active agent of the same institution.',
  },

  liaison_quota_full: {
    status: 409,
    zh: '{region}首席联络员已有{count}名,规定为3至5名,不能再增加。',
    en: '{region} has {count} chief liaisons; the rule is three to five.',
  },
  liaison_quota_short: {
    status: 409,
    zh: '停用后将只剩{left}名,请先确定接替人员。',
    en: 'Only {left} would be left; name a successor first.',
  },
  liaison_last_of_city: {
    status: 409,
    zh: '市级至少应有1名首席联络员,请先确定接替人员。',
    en: 'The city needs at least one chief liaison; name a successor first.',
  },
  liaison_already: {
    status: 409,
    zh: '{name}已是首席联络员,请选择其他人员。',
    en: '{name} is a chief liaison already.',
  },
  liaison_not_at_town: {
    status: 422,
    zh: '首席联络员由市级和县市区确定,镇街不单独确定。',
    en: 'Chief liaisons belong to the city and the counties.',
  },
  liaison_ended: {
    status: 409,
    zh: '该首席联络员已于{on}停用。',
    en: 'This chief liaison ended on {on}.',
  },

  chief_contact_key: {
    status: 422,
    zh: '请在事项和项目类别中选择一个,不能同时选择。',
    en: 'A chief contact is for an item or for a category, never for both.',
  },
  chief_contact_exists: {
    status: 409,
    zh: '{region}“{item}”已有首席帮代办联系人,每个事项只确定1名;如需调整,请办理变更。',
    en: '{item} of {region} has its chief contact already; replace that one.',
  },
  chief_contact_of_category_exists: {
    status: 409,
    zh: '{region}“{category}”类项目已有首席帮代办联系人,每类项目只确定1名;如需调整,请办理变更。',
    en: 'The category {category} of {region} has its chief contact already; replace that one.',
  },
  chief_contact_ended: {
    status: 409,
    zh: '该首席帮代办联系人已于{on}停用。',
    en: 'This chief contact ended on {on}.',
  },

  ...routingErrors,
  ...assignmentErrors,
} as const;
