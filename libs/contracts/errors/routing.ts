/** Refusals of routing, transfers, direct contacts and coordinations; F06 and R43 are the sentences of rules.md, section M. */
export const routingErrors = {
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
} as const;
