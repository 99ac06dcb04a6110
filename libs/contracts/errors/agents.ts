/** Refusals of the agents service; the sentences of F01–F10 and the reserve messages are those of rules.md, section M. */
export const agentsErrors = {
  institution_exists: {
    status: 409,
    zh: '{region}已设有帮代办机构,每个行政单位只设一个;如需调整,请先撤销原机构。',
    en: '{region} has its institution already; end that one first.',
  },
  region_not_of_level: {
    status: 422,
    zh: '“{region}”不是{level}的行政单位,请核对机构层级和地区。',
    en: '{region} is no administrative unit of that level.',
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

  override_empty: {
    status: 422,
    zh: '请确定主要层级或牵头县市区。',
    en: 'Set the main level or the lead county.',
  },
  lead_region_wrong: {
    status: 422,
    zh: '牵头县市区应在项目建设地点之内({regions}),请重新选择。',
    en: 'The lead must be one of the regions of the project: {regions}.',
  },
  not_holding_institution: {
    status: 403,
    zh: '该项目目前由“{institution}”承办,请由该机构人员办理。',
    en: 'The case is held by {institution}; its agents act.',
  },
  routing_open: {
    status: 409,
    zh: '暂不能转办:{open}',
    en: 'Routing is open: {open}',
  },
  transfer_not_as_routed: {
    status: 409,
    zh: '按权限层级,{summary}。与此不同的转交请写明理由。',
    en: 'The routing says: {summary}. A different transfer needs its reason.',
  },
  transfer_to_itself: {
    status: 422,
    zh: '该项目已由“{institution}”承办,无需转交。',
    en: '{institution} holds the case already.',
  },
  transfer_open: {
    status: 409,
    zh: '该项目已有一次转交等待接收,请在对方接收或退回后再办理。',
    en: 'One transfer is waiting to be received; settle that one first.',
  },
  transfer_settled: {
    status: 409,
    zh: '该次转交{state},不能重复办理。',
    en: 'This transfer is settled already ({state}).',
  },
  transfer_limit_reached: {
    status: 409,
    zh: '该事项已转交2次,再次转交须由市级总体工作管理员决定。',
    en: 'The item was transferred twice; a third transfer is decided by the manager of the city.',
  },
  province_not_transferred: {
    status: 409,
    zh: '“{item}”属于省级以上权限,不转交,由首接机构按业务对口原则协调上级有关单位办理。',
    en: '{item} is of the province: it is coordinated by the first institution, never transferred.',
  },
  not_receiving_institution: {
    status: 403,
    zh: '该次转交由“{institution}”接收或退回。',
    en: 'This transfer is settled by {institution}.',
  },
  tracking_number_needed: {
    status: 422,
    zh: '以快递方式转交申请材料的,请填写快递单号。',
    en: 'A transfer by courier needs its tracking number.',
  },
  method_note_needed: {
    status: 422,
    zh: '以其他方式转交申请材料的,请写明具体方式。',
    en: 'Say by what other method the papers go.',
  },
  no_chief_liaison: {
    status: 409,
    zh: '“{institution}”尚未确定首席联络员,请先确定。',
    en: '{institution} has no chief liaison; appoint one first.',
  },
  liaison_elsewhere: {
    status: 422,
    zh: '请选择“{institution}”现任的首席联络员。',
    en: 'Choose a chief liaison in office of {institution}.',
  },
  contact_not_direct: {
    status: 409,
    zh: '“{item}”不适用直接联系:{reason}',
    en: '{item} is not contacted directly: {reason}',
  },
  not_provincial: {
    status: 422,
    zh: '“{item}”不属于省级以上权限,无需业务对口协调。',
    en: '{item} is not of the province.',
  },
  no_superior_body: {
    status: 409,
    zh: '“{item}”没有对应的市级行业主管部门或其上级部门,请先在部门目录中补充。',
    en: '{item} has no line department with a superior body; complete the department list.',
  },
  coordination_open: {
    status: 409,
    zh: '“{item}”正在协调,请在原协调单中登记进展。',
    en: '{item} is being coordinated; log the step there.',
  },
  coordination_answered: {
    status: 409,
    zh: '该协调单已登记结果,不能再修改。',
    en: 'The coordination has its result already.',
  },

  not_assigning_institution: {
    status: 403,
    zh: '该项目的人员由承办机构“{institution}”或上级机构的总体工作管理员指派。',
    en: 'Agents are assigned by the manager of {institution} or of the institution above.',
  },
  agent_unfit: {
    status: 409,
    zh: '不能指派{name}:{reasons}',
    en: '{name} cannot be assigned: {reasons}',
  },
  agent_inspects_case: {
    status: 409,
    zh: '{name}正在督导该项目,不能参与其帮代办工作,请另行指派。',
    en: '{name} inspects this case and cannot work in it.',
  },
  assignee_elsewhere: {
    status: 409,
    zh: '{name}不是承办机构“{institution}”的人员;确需指派的,请写明理由。',
    en: '{name} does not belong to {institution}; give the reason to assign all the same.',
  },
  principal_exists: {
    status: 409,
    zh: '该项目已有帮代办专人{name},每个项目只确定1名;如需更换,请办理交接。',
    en: 'The case has its principal {name}; hand it over instead.',
  },
  guide_exists: {
    status: 409,
    zh: '该项目已有审批流程指导员{name};如需更换,请先解除原指派。',
    en: 'The case has its guide {name}; end that assignment first.',
  },
  assigned_already: {
    status: 409,
    zh: '{name}已在该项目中担任此岗位。',
    en: '{name} holds this role in the case already.',
  },
  assignment_ended: {
    status: 409,
    zh: '该指派已于{on}解除。',
    en: 'This assignment ended on {on}.',
  },
  principal_missing: {
    status: 409,
    zh: '该项目尚未确定帮代办专人,请先指派。',
    en: 'The case has no principal; assign one first.',
  },
  team_not_formed: {
    status: 409,
    zh: '复杂项目方可组建团队。请先认定为复杂项目并写明理由。',
    en: 'Only a complex case has a team; mark it with its reason first.',
  },
  team_formed: {
    status: 409,
    zh: '该项目已组建团队({reason})。',
    en: 'The team is formed already ({reason}).',
  },
  hand_over_not_yours: {
    status: 403,
    zh: '交接由现任专人{name}或承办机构总体工作管理员提出。',
    en: 'A hand-over is proposed by {name} or the manager.',
  },
  hand_over_open: {
    status: 409,
    zh: '该项目已有一次交接等待接受,请在对方接受或退回后再提出。',
    en: 'One hand-over is waiting to be accepted.',
  },
  hand_over_settled: {
    status: 409,
    zh: '该次交接已办理,不能重复办理。',
    en: 'This hand-over is settled already.',
  },
  hand_over_not_to_you: {
    status: 403,
    zh: '该次交接由{name}接受或退回。',
    en: 'This hand-over is settled by {name}.',
  },
  inspects_own_case: {
    status: 403,
    zh: '您参与过该项目的帮代办工作,不能对其督导。',
    en: 'You worked in this case and cannot inspect it.',
  },
  inspection_begun: {
    status: 409,
    zh: '您已在督导该项目。',
    en: 'You inspect this case already.',
  },
} as const;
