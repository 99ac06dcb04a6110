/** Refusals of filings, records and materials; F05, F08, F10 and 前置事项 are the sentences of rules.md, section M. */
export const filingErrors = {
  approval_not_found: { status: 404, zh: '未找到该办件。', en: 'No such filing.' },
  agreement_not_signed: {
    status: 409,
    zh: '帮代办协议尚未双方签署(待签:{pending}),签订后方可启动帮代办事项。',
    en: 'The agreement is not signed by both yet (open: {pending}); items start after that.',
  },
  case_is_over: {
    status: 409,
    zh: '该项目的帮代办服务已结束或正在结案,不能再启动委托事项。',
    en: 'The service for this case is over or being closed; no entrusted item can start.',
  },
  mandate_not_in_force: {
    status: 409,
    zh: '您没有今天有效且包含“{item}”的授权委托书。请先由项目单位出具授权委托书,或由项目单位自行办理。',
    en: 'You hold no mandate for {item} in force today; ask the unit for one, or let the unit act.',
  },
  not_the_applicant: {
    status: 403,
    zh: '此操作由项目单位或持有其授权委托书的经办人办理。',
    en: 'This is for the unit or the holder of its mandate.',
  },
  agents_cannot_decide: {
    status: 403,
    zh: '受理、审查和决定由审批部门作出。您可以指导项目单位准备材料,不能代部门办理。',
    en: 'Accepting and deciding is for the department; agents guide the unit.',
  },
  not_your_department: {
    status: 403,
    zh: '该事项由{department}办理,请由其工作人员操作。',
    en: 'This is handled by {department}; its staff must act.',
  },
  item_outside_plan: {
    status: 409,
    zh: '“{item}”不在该项目需要办理的事项之内。确需办理的,请先调整事项清单。',
    en: '{item} is not among the needed items of this case; revise the item plan first.',
  },
  item_not_entrusted: {
    status: 409,
    zh: '“{item}”由企业自办,未委托帮代办。请由项目单位办理,或先签订补充协议。',
    en: '{item} is handled by the unit itself; let it act or sign a supplement.',
  },
  item_without_authority: {
    status: 422,
    zh: '“{item}”无须向审批部门申报,请在完成后登记完成情况。',
    en: '{item} is not applied for; record its completion instead.',
  },
  item_has_authority: {
    status: 422,
    zh: '“{item}”不能直接登记完成:审批事项请提交办件或登记系统外办结,里程碑请在里程碑处登记。',
    en: '{item} cannot be completed by a mere record; file it, or record a decision or a milestone.',
  },
  authority_unknown: {
    status: 409,
    zh: '“{item}”的办理部门尚未确定,请首接机构先确认办理层级。',
    en: 'The body of {item} is not known yet; the first institution must settle its level.',
  },
  works_required: {
    status: 422,
    zh: '“{item}”按单体办理,请写明单体(工程)名称或代码。',
    en: '{item} is handled per works; name the works.',
  },
  works_not_applicable: {
    status: 422,
    zh: '“{item}”按项目办理,不分单体,请不要填写单体。',
    en: '{item} exists once for the project; leave the works empty.',
  },
  filing_exists: {
    status: 409,
    zh: '“{item}”已有在办或已办结的办件,不能重复申报。',
    en: '{item} has a filing under way or decided already.',
  },
  filing_state: {
    status: 409,
    zh: '该办件{state},不能{act}。请刷新后查看可办理的操作。',
    en: 'A filing in this state ({state}) does not allow this ({act}).',
  },
  record_unverified: {
    status: 409,
    zh: '该办件登记的决定尚待部门核验,请先由部门确认或退回。',
    en: 'A recorded decision awaits verification; the department must confirm or reject it first.',
  },

  material_unknown: {
    status: 422,
    zh: '以下材料不在该事项的材料清单内:{materials},请核对。',
    en: 'Not among the materials asked for: {materials}.',
  },
  core_materials_missing: {
    status: 422,
    zh: '缺少核心要件或不可容缺的材料:{materials},请补齐后再办理。',
    en: 'Core or non-deferrable materials are missing: {materials}.',
  },
  deferral_promise_missing: {
    status: 422,
    zh: '以下材料可以容缺,请补齐,或提交项目单位签署的容缺承诺:{materials}。',
    en: 'These may follow against a signed promise, or supply them: {materials}.',
  },
  deferral_not_allowed: {
    status: 422,
    zh: '“{material}”的容缺期限最长为受理后{days}个工作日(0为不可容缺),请调整容缺承诺。',
    en: '{material} may follow within {days} working days at most (0: not at all).',
  },
  deferral_not_open: {
    status: 409,
    zh: '{material}没有待补交的容缺承诺,请核对材料编码。',
    en: 'Nothing is promised and open for {material}.',
  },
  deferral_overdue: {
    status: 409,
    zh: '容缺材料{materials}已超过承诺期限,补齐前不能办结。',
    en: 'Deferred materials are overdue: {materials}; they must arrive before a grant.',
  },
  nothing_deferred: {
    status: 422,
    zh: '没有待补的容缺材料,请选择“通过”。',
    en: 'Nothing is deferred; grant it plainly.',
  },
  materials_incomplete: {
    status: 409,
    zh: '材料尚不齐全:{materials}。请补齐,或在容缺期限内选择“容缺通过”。',
    en: 'Materials are incomplete: {materials}; complete them or grant with deferral.',
  },
  commitment_excluded: {
    status: 422,
    zh: '{item}直接涉及公共安全,不适用告知承诺,未经验收合格禁止投入使用。',
    en: '{item} directly concerns public safety: no notify-and-commit, no use before it is passed.',
  },
  commitment_not_offered: {
    status: 422,
    zh: '“{item}”不适用告知承诺,请按一般程序申报。',
    en: '{item} does not offer notify-and-commit; file it in the ordinary way.',
  },
  correction_incomplete: {
    status: 422,
    zh: '补正材料须一次交齐,还缺:{materials}。',
    en: 'Supply the whole correction at once; missing: {materials}.',
  },
  situation_unknown: {
    status: 422,
    zh: '没有名为“{situation}”的情形,请核对。',
    en: 'No material asks for {situation}.',
  },
  due_in_the_past: { status: 422, zh: '补正期限不能早于今天,请调整。', en: 'The due day lies in the past.' },

  prerequisites_open: {
    status: 409,
    zh: '不能办结:前置事项{items}尚未办结。本事项已受理,审查可以继续。',
    en: 'Cannot be decided: the prerequisites {items} are open. It stays accepted and the review may go on.',
  },
  only_pre_approved: {
    status: 409,
    zh: '{document}目前仅有预审批文件,只能用于下一环节预审批,不能作为核发{target}的依据。请先换发正式证书。',
    en: '{document} is only pre-approved, which serves the next pre-approval and not {target}; convert it first.',
  },
  evidence_missing: {
    status: 409,
    zh: '不能办结:办理事项中没有{evidence}。请先补充用地或立项依据。',
    en: 'Cannot be decided: there is no {evidence} in the own set.',
  },
  decision_date_invalid: {
    status: 422,
    zh: '决定日期不能晚于今天,也不能早于受理日期({acceptedOn}),请核对。',
    en: 'The day of the decision is not between the acceptance ({acceptedOn}) and today.',
  },
  document_number_required: { status: 422, zh: '请填写批准文件的文号。', en: 'A grant needs its document number.' },
  reason_required: { status: 422, zh: '不予许可须书面说明理由,请填写。', en: 'A refusal needs its reason.' },

  cause_not_listed: {
    status: 422,
    zh: '“{cause}”不是该事项可以暂停计时的情形。可选:{causes}。',
    en: '{cause} stops no clock of this item; listed: {causes}.',
  },
  no_statutory_limit: {
    status: 409,
    zh: '该办件没有法定办理时限,无须延长。',
    en: 'There is no statutory limit to extend.',
  },
  extension_too_long: {
    status: 422,
    zh: '延长最多{limit}日(工作日时限按工作日计),请调整。',
    en: 'At most {limit} days may be added.',
  },
  already_extended: {
    status: 409,
    zh: '该办件已延长过一次,不能再次延长。',
    en: 'It was extended before; once is the limit.',
  },
  limit_has_passed: {
    status: 409,
    zh: '法定时限已届满,不能再延长,请尽快办结。',
    en: 'The limit has passed and cannot be extended.',
  },

  back_fill_not_before_case: {
    status: 422,
    zh: '历史手续须在申请帮代办({appliedOn})之前取得;之后的决定请登记为系统外办结。',
    en: 'Back-filled approvals predate the application ({appliedOn}); record later ones as external decisions.',
  },
  date_in_the_future: { status: 422, zh: '日期不能晚于今天,请核对。', en: 'The day lies in the future.' },
  winner_required: { status: 422, zh: '请写明土地由本项目单位竞得还是由其他竞买人竞得。', en: 'Say who won the land.' },
  grant_terms_not_applicable: {
    status: 422,
    zh: '竞得人和合同约定的开工、竣工日只在登记土地出让结果时填写。',
    en: 'Winner and contract days belong to the land grant only.',
  },
  pre_review_not_found: { status: 404, zh: '未找到该预审服务申请。', en: 'No such pre-review.' },
  pre_review_answered: {
    status: 409,
    zh: '该预审服务已出具意见;如有变化请重新申请。',
    en: 'It was answered; ask again.',
  },
} as const;
