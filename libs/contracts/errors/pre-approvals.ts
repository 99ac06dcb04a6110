/** Refusals of pre-approvals; F07 and F09 are the sentences of rules.md, section M. */
export const preApprovalErrors = {
  pre_approval_not_found: { status: 404, zh: '未找到该预审批。', en: 'No such pre-approval.' },
  agents_cannot_issue: {
    status: 403,
    zh: '预审批文件由审批部门出具。您可以指导项目单位提出申请,不能出具文件。',
    en: 'Pre-approval documents are issued by the department; agents guide the application only.',
  },
  pre_approval_state: {
    status: 409,
    zh: '该预审批{state},不能进行此操作。请刷新后查看可办理的操作。',
    en: 'The pre-approval is {state}; this is not possible now.',
  },
  pre_approval_exists: {
    status: 409,
    zh: '“{item}”已有在办或有效的预审批,不能重复申请。',
    en: '{item} has a pre-approval already.',
  },
  pre_approval_not_offered: {
    status: 409,
    zh: '“{item}”不提供预审批,请在条件具备后正式申报。',
    en: '{item} offers no pre-approval; file it formally.',
  },
  nothing_reviewed: {
    status: 422,
    zh: '必要办理条件或关键技术环节至少一项须已通过审查,请写明哪一项、由谁、何时通过。',
    en: 'At least one necessary condition or technical step must have passed review.',
  },
  nothing_missing: { status: 409, zh: '没有缺失条件,请直接正式申报。', en: 'Nothing is missing; file it formally.' },
  condition_not_controllable: {
    status: 409,
    zh: '缺失条件{conditions}在后期办理时不能控制,不能预审批。',
    en: 'Missing conditions that cannot be controlled later: {conditions}.',
  },
  condition_unnamed: {
    status: 422,
    zh: '请写明每项缺失条件的名称或对应事项。',
    en: 'Name each missing condition or its item.',
  },
  technical_step_open: {
    status: 409,
    zh: '关键技术环节{items}尚未通过审查,不能预审批。',
    en: 'Technical steps are open: {items}.',
  },
  upstream_not_pre_approved: {
    status: 409,
    zh: '上一环节{items}尚未取得预审批文件或正式文件,请先办理。',
    en: 'The step before has no document yet: {items}.',
  },
  upstream_not_in_force: {
    status: 409,
    zh: '上一环节{items}的预审批文件已失去效力,请先重新取得。',
    en: 'The document of the step before is no longer in force: {items}.',
  },
  condition_unlisted: {
    status: 422,
    zh: '以下前置事项尚未办结,请列为缺失条件:{items}。',
    en: 'Open prerequisites must be listed as missing conditions: {items}.',
  },
  condition_not_found: { status: 404, zh: '未找到该缺失条件。', en: 'No such condition.' },
  condition_met_by_item: {
    status: 409,
    zh: '“{condition}”随对应事项办结自动达到,请先办理或登记该事项。',
    en: '{condition} is met by its item; decide or record that item.',
  },
  condition_met_before: { status: 409, zh: '该缺失条件已于{on}达到。', en: 'It was met on {on}.' },
  missing_conditions_open: {
    status: 409,
    zh: '暂不能换发:{list}。全部达到后即可换发,无需重新申请。',
    en: 'Cannot be converted yet: {list}. Once all are met it can, without a new application.',
  },
  upstream_not_formal: {
    status: 409,
    zh: '暂不能换发:{list}。全部达到后即可换发,无需重新申请。',
    en: 'Cannot be converted yet: {list}. Once all are met it can, without a new application.',
  },
  content_changed: {
    status: 409,
    zh: '项目{fields}与预审批时不一致,不能直接换发,请重新审查。',
    en: 'The project changed since the pre-approval ({fields}); it must be reviewed again.',
  },
  content_unchanged: {
    status: 409,
    zh: '项目内容与预审批时一致,无须重新审查。',
    en: 'Nothing changed; no review needed.',
  },
  pre_approval_extended_before: {
    status: 409,
    zh: '该预审批文件已延长过一次,不能再次延长。',
    en: 'It was extended before; once is the limit.',
  },
  issued_before_application: {
    status: 422,
    zh: '出具日期不能早于申请日期({appliedOn}),请核对。',
    en: 'The document cannot be older than the application ({appliedOn}).',
  },
} as const;
