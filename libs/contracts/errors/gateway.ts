/** Errors of the way itself: who are you, may you, is the request well formed, can it be delivered. */
export const gatewayErrors = {
  invalid_input: {
    status: 422,
    zh: '填写的内容有误,请按提示改正后重新提交。',
    en: 'The input is not valid; correct the fields named and send it again.',
  },
  malformed_request: { status: 400, zh: '请求格式有误,无法读取:{reason}', en: 'The request cannot be read: {reason}' },
  unknown_route: {
    status: 404,
    zh: '没有这个地址,请查看接口文档 /api/docs。',
    en: 'There is no such route; see /api/docs.',
  },
  not_signed_in: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  token_expired: {
    status: 401,
    zh: '登录已过期,请重新登录或刷新令牌。',
    en: 'The session has expired; sign in or refresh the token.',
  },
  wrong_credentials: { status: 401, zh: '用户名或密码不正确。', en: 'User name or password is wrong.' },
  account_locked: {
    status: 423,
    zh: '登录失败次数过多,账号已锁定,请{minutes}分钟后再试。',
    en: 'Too many failures; the account is locked. Try again in {minutes} minutes.',
  },
  forbidden: {
    status: 403,
    zh: '您的岗位没有这项权限({permission}),请联系本机构总体工作管理员。',
    en: 'Your role lacks the permission {permission}; ask the manager of your institution.',
  },
  too_many_requests: {
    status: 429,
    zh: '请求过于频繁,请{seconds}秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  payload_too_large: { status: 413, zh: '内容过大,上限为{limit}。', en: 'Too large; the limit is {limit}.' },
  unsupported_media: {
    status: 415,
    zh: '不支持这种文件或内容类型:{type}。',
    en: 'This content type is not supported: {type}.',
  },
  precondition_required: {
    status: 428,
    zh: '请在 If-Match 请求头中写明您看到的版本号,以免覆盖他人的修改。',
    en: 'Send If-Match with the version you saw.',
  },
  stale_version: {
    status: 412,
    zh: '他人已先行修改(当前为第{current}版),请核对后重新提交。',
    en: 'Someone changed it first (now version {current}); compare and send again.',
  },
  idempotency_key_reused: {
    status: 422,
    zh: '同一 Idempotency-Key 已用于内容不同的请求,请换用新的键。',
    en: 'This Idempotency-Key was used with another body; use a new key.',
  },
  not_yet_known: {
    status: 409,
    zh: '相关信息正在同步,请稍后重试。',
    en: 'The facts this needs have not arrived yet; retry shortly.',
  },
  service_unavailable: {
    status: 503,
    zh: '服务暂时不可用,您的请求没有提交,请稍后重试。',
    en: 'Temporarily unavailable; your request was not sent. Try again.',
  },
  deadline_exceeded: { status: 504, zh: '查询超时,请稍后重试。', en: 'The query took too long; try again.' },
  internal: {
    status: 500,
    zh: '系统出现故障,已记录,追踪号见 traceId。',
    en: 'Something broke; it is logged under traceId.',
  },
  case_not_found: { status: 404, zh: '未找到该项目。', en: 'No such project.' },
  not_found: { status: 404, zh: '未找到该记录。', en: 'Not found.' },
  conflict: { status: 409, zh: '与现有记录冲突:{reason}', en: 'It conflicts with what exists: {reason}' },
  username_taken: {
    status: 409,
    zh: '用户名“{username}”已被使用,请换一个。',
    en: 'The user name {username} is taken.',
  },
  weak_password: {
    status: 422,
    zh: '密码至少12位,须同时包含字母和数字,且不能包含用户名或常见词。',
    en: 'At least 12 characters with letters and digits, without the user name or common words.',
  },
  refresh_token_invalid: {
    status: 401,
    zh: '刷新令牌无效或已被使用,为安全起见请重新登录。',
    en: 'The refresh token is invalid or was used before; sign in again.',
  },
  last_administrator: {
    status: 409,
    zh: '这是最后一个平台管理员账号,请先开立另一个管理员账号再停用。',
    en: 'This is the last administrator; open another administrator account first.',
  },
  time_only_forward: {
    status: 409,
    zh: '业务时间只能向前推进,当前为{now}。',
    en: 'Business time only moves forward; it is {now}.',
  },
  time_is_real: { status: 403, zh: '正式环境使用真实时间,不能推进。', en: 'Production runs on real time.' },
  unknown_subject: {
    status: 409,
    zh: '未找到该账号所属的人员、单位或部门,请先登记。',
    en: 'The person, unit or department of this account is not known; register it first.',
  },
  draft_changed: {
    status: 409,
    zh: '这份草稿已在另一窗口修改或删除,请核对两份内容后再保存。',
    en: 'This draft was changed or discarded in another window; compare both and save again.',
  },
  too_many_kept: {
    status: 409,
    zh: '最多保存{limit}个,请先删除不再使用的。',
    en: 'At most {limit} are kept; discard some that are not used any more.',
  },
  too_many_streams: {
    status: 429,
    zh: '同一账号最多同时打开{limit}个实时连接,请关闭不用的窗口。',
    en: 'At most {limit} live connections of one account at a time; close a window.',
  },
  dead_record_waits: {
    status: 409,
    zh: '该记录排在第{number}号之后,请先重新处理或放弃第{number}号。',
    en: 'This record waits behind number {number}; redrive or discard that one first.',
  },
  dead_record_unreadable: {
    status: 409,
    zh: '该记录不是一条可读的事实,无法重新处理,只能说明原因后放弃。',
    en: 'This record is no fact that can be read; it can only be discarded with a reason.',
  },
} as const;
