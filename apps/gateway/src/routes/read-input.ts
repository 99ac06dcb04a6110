import type { FastifyRequest } from 'fastify';
import type { Operation } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';

const MAX_DEPTH = 32;

/** Path, query string and body as one input. A field may stand in one place only. */
export function readInput(request: FastifyRequest, contract: Operation): Record<string, unknown> {
  const params = request.params as Record<string, string>;
  const given = contract.http?.[0] === 'GET' ? (request.query as Record<string, unknown>) : bodyOf(request);
  const twice = Object.keys(params).find((name) => Object.hasOwn(given, name) && given[name] !== params[name]);
  if (twice) throw fail('malformed_request', { reason: `${twice} 与地址中的不一致` });
  const input = { ...given, ...params };
  if (isDeeperThan(input, MAX_DEPTH)) throw fail('malformed_request', { reason: '内容嵌套过深' });
  if (hasUnstorable(input)) throw fail('malformed_request', { reason: '含有不能保存的字符(空字符或不完整的编码)' });
  return input;
}

function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const { body } = request;
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw fail('malformed_request', { reason: '请求体应为 JSON 对象' });
  if (Object.keys(request.query as object).length > 0)
    throw fail('malformed_request', { reason: '请把参数放在请求体中' });
  return body as Record<string, unknown>;
}

/** Asked before anything that walks the input by recursion, zod among them. */
function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, in text or in JSON, in a value or in a key. */
function hasUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (Array.isArray(value)) return value.some(hasUnstorable);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).some(([key, inner]) => hasUnstorable(key) || hasUnstorable(inner));
  }
  return false;
}
