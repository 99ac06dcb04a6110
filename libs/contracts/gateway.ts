import { z } from 'zod';
import { command, query } from './define.js';
import { DepartmentCode, Id, Instant, Paging, RegionId, Text, Version, pageOf } from './values.js';

// Accounts, sessions, machine clients, business time and files: the gateway's own operations, handled in process.

const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, '3至40位小写字母、数字、点、横线或下划线');
const Password = z.string().min(1).max(200);

export const Me = z
  .object({
    accountId: Id,
    username: z.string(),
    name: z.string(),
    kind: z.enum(['agent', 'unit', 'department', 'system', 'administrator', 'platform']),
    roles: z.array(z.string()),
    permissions: z.array(z.string()),
    agentId: Id.nullable(),
    institutionId: Id.nullable(),
    institutionLevel: z.enum(['city', 'county', 'town']).nullable(),
    unitId: Id.nullable(),
    departmentCode: z.string().nullable(),
    regionId: z.string().nullable(),
  })
  .meta({ id: 'Me' });

export const Tokens = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal('Bearer'),
    /** Seconds. */
    expiresIn: z.int(),
    refreshToken: z.string(),
  })
  .meta({ id: 'Tokens' });

export const signIn = command('gateway.sign-in', {
  http: ['POST', '/sessions'],
  key: 'username',
  permission: 'public',
  title: ['登录', 'Sign in'],
  input: z.object({ username: Username, password: Password }),
  output: Tokens,
  errors: ['wrong_credentials', 'account_locked', 'too_many_requests'],
  example: { username: 'admin', password: 'correct horse 7 battery' },
});

export const refreshSession = command('gateway.refresh-session', {
  http: ['POST', '/sessions/refresh'],
  key: 'refreshToken',
  permission: 'public',
  title: ['刷新令牌(每个刷新令牌只能用一次)', 'Rotate the refresh token'],
  input: z.object({ refreshToken: z.string().min(20).max(200) }),
  output: Tokens,
  errors: ['refresh_token_invalid', 'too_many_requests'],
  example: { refreshToken: 'rt_0123456789abcdefghijklmnop' },
});

export const signOut = command('gateway.sign-out', {
  http: ['DELETE', '/sessions/current'],
  key: 'none',
  permission: 'signed-in',
  title: ['退出登录', 'Sign out'],
  input: z.object({}),
  output: z.object({ endedAt: Instant }),
  errors: [],
  example: {},
});

export const changePassword = command('gateway.change-password', {
  http: ['POST', '/me/password'],
  key: 'none',
  permission: 'signed-in',
  title: ['修改密码(其他登录随即失效)', 'Change the password; other sessions end'],
  input: z.object({ current: Password, next: Password }),
  output: z.object({ changedAt: Instant }),
  errors: ['wrong_credentials', 'weak_password'],
  example: { current: 'correct horse 7 battery', next: 'another horse 8 staple' },
});

export const getMe = query('gateway.me', {
  http: ['GET', '/me'],
  permission: 'signed-in',
  title: ['我是谁、能做什么', 'Who I am and what I may do'],
  input: z.object({}),
  output: Me,
  errors: [],
  example: {},
});

/** OAuth 2 client credentials (RFC 6749, 4.4) for a department's own system; form or JSON. */
export const issueClientToken = command('gateway.issue-client-token', {
  http: ['POST', '/oauth/token'],
  key: 'client_id',
  permission: 'public',
  title: ['部门系统换取令牌', 'Token for a departmental system'],
  input: z.object({
    grant_type: z.literal('client_credentials'),
    client_id: Username,
    client_secret: Password,
    scope: z.string().max(200).optional(),
  }),
  output: z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  }),
  errors: ['wrong_credentials', 'account_locked', 'too_many_requests'],
  example: { grant_type: 'client_credentials', client_id: 'sg-zjj-system', client_secret: 'secret' },
});

export const Account = z
  .object({
    id: Id,
    username: z.string(),
    name: z.string(),
    kind: z.enum(['agent', 'unit', 'department', 'administrator', 'system']),
    agentId: Id.nullable(),
    unitId: Id.nullable(),
    departmentCode: z.string().nullable(),
    regionId: z.string().nullable(),
    disabled: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Account' });

const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), agentId: Id }),
  z.object({ kind: z.literal('unit'), unitId: Id }),
  z.object({ kind: z.literal('department'), departmentCode: DepartmentCode, name: Text(40) }),
  z.object({ kind: z.literal('administrator'), name: Text(40) }),
]);

export const createAccount = command('gateway.create-account', {
  http: ['POST', '/accounts'],
  key: 'new',
  permission: 'account:create',
  title: ['开立账号', 'Open an account'],
  input: z.object({ username: Username, password: Password, subject: Subject }),
  output: Account,
  errors: ['username_taken', 'weak_password', 'unknown_subject', 'not_yet_known'],
  example: {
    username: 'sg-zrj-01',
    password: 'correct horse 7 battery',
    subject: { kind: 'department', departmentCode: 'SG-ZRJ', name: '审查员' },
  },
});

export const disableAccount = command('gateway.disable-account', {
  http: ['POST', '/accounts/:accountId/disabling'],
  key: 'accountId',
  permission: 'account:create',
  title: ['停用账号,其登录立即失效', 'Disable an account; its sessions end at once'],
  input: z.object({ accountId: Id, reason: Text(200) }),
  output: Account,
  errors: ['not_found', 'last_administrator'],
  example: { accountId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f', reason: '调离岗位' },
});

export const listAccounts = query('gateway.list-accounts', {
  http: ['GET', '/accounts'],
  permission: 'account:create',
  title: ['账号列表', 'Accounts'],
  input: z.object({ ...Paging, q: z.string().max(40).optional() }),
  output: pageOf(Account),
  errors: [],
  example: { page: 1, pageSize: 50 },
});

export const createApiClient = command('gateway.create-api-client', {
  http: ['POST', '/api-clients'],
  key: 'new',
  permission: 'api-client:create',
  title: ['登记部门系统(密钥只显示一次)', 'Register a departmental system; its secret is shown once'],
  input: z.object({ clientId: Username, name: Text(60), departmentCode: DepartmentCode, regionId: RegionId }),
  output: z.object({ account: Account, clientSecret: z.string() }),
  errors: ['username_taken', 'unknown_subject'],
  example: { clientId: 'sg-zjj-system', name: '寿光市住建局业务系统', departmentCode: 'SG-ZJJ', regionId: '370783' },
});

const Clock = z.object({ now: Instant, mode: z.enum(['production', 'demo', 'test']), offsetSeconds: z.int() });

export const getTime = query('gateway.get-time', {
  http: ['GET', '/time'],
  permission: 'public',
  title: ['业务时间', 'Business time'],
  input: z.object({}),
  output: Clock,
  errors: [],
  example: {},
});

/** Answers when every service has fired what came due on the way. */
export const advanceTime = command('gateway.advance-time', {
  http: ['POST', '/time/advance'],
  key: 'none',
  permission: 'time:advance',
  title: ['推进业务时间(演示与测试环境)', 'Move business time forward (demo and test)'],
  input: z.object({ to: Instant }),
  output: Clock.extend({ fired: z.record(z.string(), z.int()) }),
  errors: ['time_is_real', 'time_only_forward', 'service_unavailable'],
  example: { to: '2026-12-01T09:00:00+08:00' },
});

/** What the platform knows of an uploaded file; its bytes are in libs/files under the hash. */
export const StoredFile = z
  .object({ fileId: Id, name: z.string(), size: z.int(), type: z.string(), sha256: z.string() })
  .meta({ id: 'StoredFile' });

export * from './gateway/drafts.js';
export * from './gateway/live.js';
export * from './gateway/views.js';
