import { z } from 'zod';
import { ERRORS, Fail, fail, isErrorCode, sentence } from '#libs/contracts/errors.js';
import type { ErrorCode, ErrorParams } from '#libs/contracts/errors.js';

/** RFC 9457, with the platform's code, the trace id and one entry a faulty field by JSON pointer. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  traceId: string;
  params: ErrorParams;
  errors?: { pointer: string; detail: string }[];
}

const LOCALES = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

type Issue = z.core.$ZodIssue;

const pointerOf = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function issueText(issue: Issue, locale: 'zh' | 'en'): string {
  const said = LOCALES[locale](issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

const isIssues = (value: unknown): value is Issue[] =>
  Array.isArray(value) && value.every((issue) => typeof issue === 'object' && issue !== null && 'path' in issue);

export function problemOf(error: { code: string; params: ErrorParams }, locale: 'zh' | 'en', traceId: string): Problem {
  const code = isErrorCode(error.code) ? error.code : 'internal';
  const { issues, ...params } = error.params;
  const problem: Problem = {
    type: `/api/docs#error-${code}`,
    title: sentence(code, params, locale),
    status: ERRORS[code].status,
    code,
    traceId,
    params,
  };
  if (isIssues(issues)) {
    problem.errors = issues.map((issue) => ({ pointer: pointerOf(issue.path), detail: detailOf(issue, locale) }));
  }
  return problem;
}

/** A message written in the contract stays; zod's own is said in the caller's language. */
const detailOf = (issue: Issue, locale: 'zh' | 'en'): string =>
  /\p{Script=Han}/u.test(issue.message) ? issue.message : issueText(issue, locale);

/** What Fastify says of a request it could not read, in our own table. */
export function requestFault(error: unknown): Fail | null {
  if (error instanceof Fail) return error;
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  switch (error.statusCode) {
    case 413:
      return fail('payload_too_large', { limit: '768 kB' });
    case 415:
      return fail('unsupported_media', { type: 'Content-Type' });
    case 429:
      return fail('too_many_requests', { seconds: 60 });
    case 400:
    case 414:
      return fail('malformed_request', { reason: error.message });
    default:
      return null;
  }
}
