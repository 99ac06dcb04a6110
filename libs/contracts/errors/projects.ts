/** Refusals of the projects service; the sentences of F01–F10 and the reserve messages are those of rules.md, section M. */
export const projectsErrors = {
  uscc_check_digit: {
    status: 422,
    zh: '统一社会信用代码“{uscc}”的校验码不符,请核对;如与营业执照一致,请确认后重新提交。',
    en: 'The check digit of {uscc} is wrong; if the licence shows this code, confirm it and send it again.',
  },
  unit_registered: {
    status: 409,
    zh: '统一社会信用代码“{uscc}”已登记,请直接查找该单位。',
    en: 'A unit with {uscc} is registered already; look it up.',
  },
  unit_not_found: { status: 404, zh: '未找到该项目单位。', en: 'No such project unit.' },
  unit_required: {
    status: 422,
    zh: '请选择为哪个项目单位录入项目。',
    en: 'Say for which unit the project is entered.',
  },

  list_basis_2021_only: {
    status: 422,
    zh: '潍发〔2021〕8号仅是2021年度名单的依据,请填写{year}年度名单的依据文件。',
    en: '潍发〔2021〕8号 is the basis of the 2021 list only; name the basis of {year}.',
  },
  list_region_wrong: {
    status: 422,
    zh: '县级名单请选择县市区或市属开发区;省级、市级名单无需选择其他地区。',
    en: 'A county list needs its county or zone; province and city lists take no other region.',
  },
  list_region_not_yours: {
    status: 403,
    zh: '您只能发布本县市区的名单;省级、市级名单请由市级总体工作管理员发布。',
    en: 'You may publish the list of your own county only.',
  },
  list_grade_too_high: {
    status: 422,
    zh: '县级名单只能列入县级项目,请核对:{projects}。',
    en: 'A county list holds county projects only: {projects}.',
  },
  list_entry_twice: {
    status: 422,
    zh: '名单中有重复项目,请核对:{projects}。',
    en: 'Entered twice in this list: {projects}.',
  },

  project_not_found: { status: 404, zh: '未找到该项目。', en: 'No such project.' },
  project_code_malformed: {
    status: 422,
    zh: '项目代码应为20位数字,形如2607-370702-04-01-797758,其中第3、4位为月份;请核对。',
    en: 'A project code has 20 digits as 2607-370702-04-01-797758, with the month in digits 3 and 4.',
  },
  project_code_taken: {
    status: 409,
    zh: '项目代码“{code}”已由其他项目使用,请核对。',
    en: 'The project code {code} belongs to another project.',
  },
  project_entered: {
    status: 409,
    zh: '该单位已录入同名项目“{name}”,请直接使用。',
    en: 'This unit has entered {name} already; use that.',
  },
  region_unknown: {
    status: 422,
    zh: '建设地点应为本市现行的县市区或市属开发区,请核对:{regions}。',
    en: 'The site must be a county or zone of the city: {regions}.',
  },

  institution_inactive: {
    status: 409,
    zh: '“{name}”已停止受理申请,请选择其他帮代办机构。',
    en: '{name} takes no applications any more; choose another institution.',
  },
  project_not_listed: {
    status: 422,
    zh: '该项目未列入现行有效的重大重点项目名单({year}年度省、市、县级),暂不能申请“0+N”帮代办服务。',
    en: 'The project is on no list of major projects in force ({year}); the service cannot be applied for yet.',
  },
  case_running: {
    status: 409,
    zh: '该项目已于{appliedOn}申请帮代办服务(编号{number},首接机构:{institution}),无需重复申请。',
    en: 'The project is served already under {number}, applied on {appliedOn} at {institution}.',
  },
  case_state: {
    status: 409,
    zh: '该项目帮代办目前为“{state}”,不能{act};{hint}。',
    en: 'The case is “{state}”; it cannot {act} now: {hint}.',
  },
  not_a_party: {
    status: 403,
    zh: '帮代办服务只能由项目单位或首接、承办机构的总体工作管理员终止。',
    en: 'Only the unit or a manager of the first or handling institution may terminate the service.',
  },
  not_your_case: {
    status: 403,
    zh: '该项目由其他帮代办机构承办,请联系{institution}。',
    en: 'Another institution handles this case: {institution}.',
  },
  not_first_institution: {
    status: 403,
    zh: '此项工作由首接机构负责,请联系{institution}。',
    en: 'This is the act of the first institution: {institution}.',
  },
  entrusted_items_open: {
    status: 409,
    zh: '尚有{count}项委托事项未办结({items}),不能结案。',
    en: '{count} entrusted items are open ({items}); the case cannot be closed.',
  },
  originals_outstanding: {
    status: 409,
    zh: '尚有原件未归还({originals}),归还后方可结案。',
    en: 'Originals are still lent ({originals}); return them first.',
  },

  agreement_empty: {
    status: 422,
    zh: '协议至少要列明一项帮代办事项,请选择事项。',
    en: 'An agreement must name at least one item.',
  },
  agreement_replaced: {
    status: 409,
    zh: '该协议已有新版本,请签署第{version}版。',
    en: 'There is a newer version; sign version {version}.',
  },
  agreement_signed_already: { status: 409, zh: '该协议已签署,无需重复签署。', en: 'The agreement is signed already.' },
  item_not_in_plan: {
    status: 422,
    zh: '以下事项不在该项目的事项清单中:{items},请核对。',
    en: 'Not in the item plan of this project: {items}.',
  },
  supplement_needs_reason: { status: 422, zh: '签订补充协议请写明变更理由。', en: 'A supplement needs its reason.' },
  no_new_items: {
    status: 409,
    zh: '该项目已不在现行有效的重大重点项目名单中,不能新增事项({items});重新列入名单后可新增。',
    en: 'The project is on no list in force: no items can be added ({items}) until it is listed again.',
  },

  mandate_holder_unfit: {
    status: 422,
    zh: '“{name}”不能担任经办人,请选择在岗的帮代办人员。',
    en: '{name} cannot hold a mandate; choose an agent in office.',
  },
  mandate_span: {
    status: 422,
    zh: '委托期限有误:止期不得早于起期,也不得早于今天。',
    en: 'The mandate must end on or after its first day and not before today.',
  },
  mandate_ended: { status: 409, zh: '该授权委托已于{on}终止。', en: 'The mandate ended on {on}.' },

  opinions_due_too_soon: {
    status: 422,
    zh: '反馈期限不得早于下一个工作日({earliest})。',
    en: 'Opinions can be due on the next working day ({earliest}) at the earliest.',
  },
  review_open: {
    status: 409,
    zh: '该项目的联合预审正在进行,请先结束后再召开。',
    en: 'A joint review is open; close it first.',
  },
  review_closed: {
    status: 409,
    zh: '联合预审已结束,意见不能再修改;如需调整,请联系首接机构重新召开。',
    en: 'The joint review is closed; ask the first institution to convene another.',
  },
  not_invited: {
    status: 403,
    zh: '该事项未邀请{department}参加联合预审,不能提出意见。',
    en: '{department} is not invited for this item.',
  },
  opinions_missing: {
    status: 409,
    zh: '以下事项的审批部门尚未反馈意见:{missing},不能结束联合预审。',
    en: 'Opinions of the deciding bodies are missing: {missing}.',
  },
  conclusions_missing: {
    status: 422,
    zh: '请逐项写明以下事项是否需要办理:{items}。',
    en: 'Say of each of these items whether it is needed: {items}.',
  },
  review_not_closed: {
    status: 409,
    zh: '请先召开并结束联合预审,再出具一次性告知书。',
    en: 'Convene and close the joint review before the notice.',
  },
  notice_needs_reason: {
    status: 422,
    zh: '一次性告知书已出具({number})。重新出具请写明理由(法规或建设方案变化)。',
    en: 'The notice {number} is issued; a further version needs its reason.',
  },
  notice_needs_manager: {
    status: 403,
    zh: '重新出具一次性告知书须由首接机构总体工作管理员审批出具。',
    en: 'A further version of the notice is issued by the manager of the first institution.',
  },

  day_in_future: { status: 422, zh: '日期不能晚于今天,请核对。', en: 'The day lies in the future.' },
  helmet_missing: {
    status: 422,
    zh: '到施工现场请佩戴安全帽,并在核对单中勾选后再提交。',
    en: 'Wear a helmet on the site and tick it on the checklist.',
  },
  document_registered: { status: 409, zh: '该文件已登记,无需重复登记。', en: 'The file is registered already.' },
  original_returned: { status: 409, zh: '该原件已于{on}归还。', en: 'The original was returned on {on}.' },
  return_before_loan: {
    status: 422,
    zh: '归还日期不能早于借用日期({lentOn})。',
    en: 'It cannot be returned before it was lent ({lentOn}).',
  },

  note_not_found: { status: 404, zh: '未找到该条备注。', en: 'There is no such note.' },
  note_visible_to_unit: {
    status: 422,
    zh: '项目单位的留言双方可见,不能设为内部备注。',
    en: 'What a unit writes is seen by both sides; it cannot be internal.',
  },
  reply_more_visible: {
    status: 422,
    zh: '对内部备注的回复也只能是内部备注。',
    en: 'A reply to an internal note is internal, too.',
  },
  call_back_past: { status: 422, zh: '回访日期不能早于今天。', en: 'A call-back cannot lie in the past.' },
  call_back_not_open: {
    status: 409,
    zh: '该备注没有待办的回访提醒,无需办结。',
    en: 'The note has no open call-back.',
  },
  consultation_not_found: { status: 404, zh: '未找到该条咨询。', en: 'There is no such consultation.' },
  not_publisher: {
    status: 403,
    zh: '办理进度由“一对一”帮代办专人或首接、经办机构的总体工作管理员决定是否公开。',
    en: 'The principal or a manager of the first or the handling institution publishes the progress.',
  },
  progress_not_public: {
    status: 404,
    zh: '该项目的办理进度未公开或已停止公开,请向帮代办机构索取新的二维码。',
    en: 'This progress is not public, or not any more; ask the institution for a new code.',
  },
} as const;
