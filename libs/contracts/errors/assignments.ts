/** Refusals of assignments, teams, hand-overs and inspections; R103 is the sentence of rules.md, section M. */
export const assignmentErrors = {
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
  nothing_held: {
    status: 409,
    zh: '{name}手上没有需要交接的工作。',
    en: '{name} holds nothing that could be handed over.',
  },
  holding_unknown: {
    status: 422,
    zh: '所选的交接内容中有{count}项不是{name}现在承担的工作,请刷新后重新选择。',
    en: '{count} of the chosen holdings are not held by {name}; refresh and choose again.',
  },
  taker_missing: {
    status: 422,
    zh: '尚未选择接手人员。',
    en: 'Nobody was chosen to take it over.',
  },
  holdings_refused: {
    status: 409,
    zh: '有{count}项不能交接,未作任何改动:{rows}。请另选接手人员,或选择跳过这些项。',
    en: '{count} rows cannot be handed over and nothing was changed: {rows}. Choose other takers, or skip these rows.',
  },
  bulk_hand_over_undone: {
    status: 409,
    zh: '该次批量交接已撤销。',
    en: 'This bulk hand-over was undone already.',
  },
  bulk_hand_over_past: {
    status: 409,
    zh: '该次批量交接办理于{on},只能在当日撤销;请另行办理交接。',
    en: 'It was done on {on} and could be undone on that day only; hand over again instead.',
  },
  bulk_hand_over_moved_on: {
    status: 409,
    zh: '批量交接之后又有变动,不能撤销:{rows}。请逐项办理交接。',
    en: 'Something has moved since: {rows}. Hand over one by one instead.',
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
