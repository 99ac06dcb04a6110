import { z } from 'zod';
import { ALL_OPERATIONS } from '#libs/contracts/all.js';
import type { Operation } from '#libs/contracts/define.js';
import { ERRORS } from '#libs/contracts/errors.js';
import type { ErrorCode } from '#libs/contracts/errors.js';
import { EXPORTED } from '#libs/contracts/gateway/exports.js';
import { Changed, StoredFile } from '#libs/contracts/gateway.js';
import { GRANTS } from '#libs/identity/permissions.js';
import { SchemaBook } from './schemas.js';

type Json = Record<string, unknown>;

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    traceId: z.string(),
    params: z.record(z.string(), z.unknown()),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
const Pending = z.object({ state: z.literal('pending'), statusUrl: z.string() }).meta({ id: 'Pending' });

/** OpenAPI 3.1 of every operation that has a route, from the contracts alone. */
export function openApi(): Json {
  const book = new SchemaBook('#/components/schemas/');
  const paths: Record<string, Json> = {};
  for (const contract of ALL_OPERATIONS) {
    if (!contract.http) continue;
    const [method, path] = contract.http;
    const at = `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
    paths[at] = { ...paths[at], [method.toLowerCase()]: operationOf(contract, book) };
  }
  Object.assign(paths, fixedPaths(book));
  return {
    openapi: '3.1.0',
    info: {
      title: '帮代办通 API',
      version: '1.0.0',
      description:
        '重大重点项目审批服务“0+N”帮代办平台。错误按 RFC 9457,代码表见 docs/errors.md。409 not_yet_known 请换新的 Idempotency-Key 重试。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: ['gateway', 'projects', 'agents', 'approvals', 'notify'].map((name) => ({ name })),
    paths,
    components: {
      schemas: book.components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        department: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/api/v1/oauth/token', scopes: { department: '本部门、本区域' } } },
        },
      },
    },
  };
}

function operationOf(contract: Operation, book: SchemaBook): Json {
  const { permission, title } = contract;
  const roles = GRANTS[permission];
  const who = roles ? `权限 \`${permission}\`:${roles.join('、')}` : `权限 \`${permission}\``;
  return {
    operationId: contract.name,
    tags: [contract.service],
    summary: title[0],
    description: `${title[1]}\n\n${who}`,
    'x-permission': permission,
    security: permission === 'public' ? [] : [{ bearer: [] }, { department: [] }],
    ...requestOf(contract, book),
    responses: responsesOf(contract, book),
  };
}

function requestOf(contract: Operation, book: SchemaBook): Json {
  const {
    properties = {},
    required = [],
    ...rest
  } = book.of(contract.input, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const example = contract.example as Record<string, unknown>;
  const [method, path] = contract.http ?? ['GET', '/'];
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const inQuery = method === 'GET' ? Object.keys(properties).filter((name) => !inPath.includes(name)) : [];
  const parameter = (name: string, where: 'path' | 'query') => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: properties[name],
    ...(example[name] === undefined ? {} : { example: example[name] }),
  });
  const parameters = [
    ...inPath.map((name) => parameter(name, 'path')),
    ...inQuery.map((name) => parameter(name, 'query')),
    ...headersOf(contract),
  ];
  if (method === 'GET') return { parameters };
  const without = <T>(fields: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !inPath.includes(name)));
  const body = {
    ...rest,
    properties: without(properties),
    required: required.filter((name) => !inPath.includes(name)),
  };
  const content = { 'application/json': { schema: body, example: without(example) } };
  return { parameters, requestBody: { required: body.required.length > 0, content } };
}

function headersOf(contract: Operation): Json[] {
  if (contract.kind === 'query') return [];
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  const key = header('Idempotency-Key', false, '同一键重复提交得到同一答复;同键异文为 422');
  return contract.ifMatch ? [key, header('If-Match', true, '您看到的版本号')] : [key];
}

const ALWAYS: ErrorCode[] = ['invalid_input', 'malformed_request', 'too_many_requests', 'internal'];
const SIGNED_IN: ErrorCode[] = ['not_signed_in', 'token_expired', 'forbidden'];
const COMMAND: ErrorCode[] = ['idempotency_key_reused', 'service_unavailable'];
const IF_MATCH: ErrorCode[] = ['precondition_required', 'stale_version'];

function responsesOf(contract: Operation, book: SchemaBook): Json {
  const command = contract.kind === 'command';
  const codes = new Set<ErrorCode>([
    ...contract.errors,
    ...ALWAYS,
    ...(contract.permission === 'public' ? [] : SIGNED_IN),
    ...(command ? COMMAND : (['deadline_exceeded', 'service_unavailable'] as const)),
    ...(command && contract.ifMatch ? IF_MATCH : []),
  ]);
  const success = command && contract.key === 'new' ? '201' : '200';
  const responses: Record<string, Json> = {
    [success]: { description: '成功', content: { 'application/json': { schema: book.of(contract.output, 'output') } } },
  };
  if (command) {
    responses['202'] = {
      description: '已收下,正在办理;结果见 statusUrl',
      content: { 'application/json': { schema: ref(book, Pending) } },
    };
  }
  for (const [status, group] of Map.groupBy([...codes].sort(), (code) => ERRORS[code].status)) {
    responses[String(status)] = {
      description: group.map((code) => `\`${code}\` ${ERRORS[code].zh}`).join('\n\n'),
      content: { 'application/problem+json': { schema: ref(book, Problem) } },
    };
  }
  return responses;
}

/** A reference to a named schema, which is put into the components by the way. */
function ref(book: SchemaBook, schema: z.ZodType): Json {
  const { properties } = book.of(z.object({ it: schema }), 'output') as { properties: { it: Json } };
  return properties.it;
}

const idIn = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } });
const COMMON = { tags: ['gateway'], security: [{ bearer: [] }, { department: [] }] };
const problems = (book: SchemaBook): Json => ({
  description: '见错误代码',
  content: { 'application/problem+json': { schema: ref(book, Problem) } },
});

/** What is no contract because its body or its answer is no JSON object of its own. */
const fixedPaths = (book: SchemaBook): Record<string, Json> => ({
  ...filePaths(book),
  ...exportPaths(book),
  ...livePath(book),
  ...statusPath(book),
});

/** The filters of a list, without its pages. */
function exportPaths(book: SchemaBook): Record<string, Json> {
  const file = { description: 'CSV(UTF-8,RFC 4180),全部符合条件的行;中途出错则连接断开', content: { 'text/csv': {} } };
  const paths = Object.entries(EXPORTED).map(([name, contract]): [string, Json] => {
    const { parameters } = requestOf({ ...contract, http: ['GET', '/'] }, book) as { parameters: { name: string }[] };
    const get = {
      ...COMMON,
      operationId: `gateway.export-${name}`,
      summary: `导出:${contract.title[0]}`,
      'x-permission': contract.permission,
      parameters: parameters.filter(({ name: filter }) => !['page', 'pageSize'].includes(filter)),
      responses: { 200: file, default: problems(book) },
    };
    return [`/api/v1/exports/${name}`, { get }];
  });
  return Object.fromEntries(paths);
}

function livePath(book: SchemaBook): Record<string, Json> {
  const parameter = (name: string, schema: Json, description: string) => ({ name, in: 'query', schema, description });
  const cases = { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 50 };
  const get = {
    ...COMMON,
    operationId: 'gateway.live',
    summary: '实时变化(server-sent events):hello、changed、queue,只有标识,没有内容',
    'x-permission': 'signed-in',
    parameters: [
      parameter('case', cases, '关注的案件,可重复;须均为本人可见'),
      parameter('queue', { const: '1' }, '事实提到本人、本机构、本单位、本部门或本区划时告知 queue'),
    ],
    responses: {
      200: { description: '事件流,data 为 JSON', content: { 'text/event-stream': { schema: ref(book, Changed) } } },
      default: problems(book),
    },
  };
  return { '/api/v1/live': { get } };
}

function filePaths(book: SchemaBook): Record<string, Json> {
  const form = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
  const stored = { content: { 'application/json': { schema: ref(book, StoredFile) } }, description: '已保存' };
  const bytes = { content: { 'application/octet-stream': {} }, description: '文件内容' };
  const read = (operationId: string, summary: string, name: string): Json => ({
    ...COMMON,
    operationId,
    summary,
    'x-permission': 'signed-in',
    parameters: [idIn(name)],
    responses: { 200: bytes, default: problems(book) },
  });
  const upload = {
    ...COMMON,
    operationId: 'gateway.upload-file',
    summary: '上传一个文件(PDF、图片、Office、ZIP、文本,50 MB 以内)',
    'x-permission': 'file:upload',
    requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } },
    responses: { 201: stored, default: problems(book) },
  };
  return {
    '/api/v1/files': { post: upload },
    '/api/v1/files/{fileId}': { get: read('gateway.download-file', '下载本人上传的文件', 'fileId') },
    '/api/v1/documents/{documentId}/content': {
      get: read('gateway.download-document', '下载项目材料(按材料所属项目的可见范围)', 'documentId'),
    },
  };
}

function statusPath(book: SchemaBook): Record<string, Json> {
  const owner = {
    name: 'service',
    in: 'path',
    required: true,
    schema: { enum: ['projects', 'agents', 'approvals', 'notify'] },
  };
  const status = {
    ...COMMON,
    operationId: 'gateway.command-status',
    summary: '查询 202 请求的结果',
    'x-permission': 'signed-in',
    parameters: [owner, idIn('messageId')],
    responses: {
      200: { description: '该命令的答复' },
      202: { description: '仍在办理', content: { 'application/json': { schema: ref(book, Pending) } } },
      default: problems(book),
    },
  };
  return { '/api/v1/commands/{service}/{messageId}': { get: status } };
}
