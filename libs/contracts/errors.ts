import { agentsErrors } from './errors/agents.js';
import { approvalsErrors } from './errors/approvals.js';
import { gatewayErrors } from './errors/gateway.js';
import { notifyErrors } from './errors/notify.js';
import { projectsErrors } from './errors/projects.js';

/** HTTP status and the sentence people read; `{name}` takes a parameter. A refusal says what to do next. */
export interface ErrorEntry {
  status: number;
  zh: string;
  en: string;
}

/** The closed table of every error the platform can answer with. */
export const ERRORS = {
  ...gatewayErrors,
  ...projectsErrors,
  ...agentsErrors,
  ...approvalsErrors,
  ...notifyErrors,
} satisfies Record<string, ErrorEntry>;
export type ErrorCode = keyof typeof ERRORS;
export type ErrorParams = Record<string, unknown>;

/** A refusal on its way to the caller. Anything else that is thrown becomes `internal`. */
export class Fail extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
  ) {
    super(`${code}: ${sentence(code, params, 'zh')}`);
    this.name = 'Fail';
  }
}

export const fail = (code: ErrorCode, params?: ErrorParams): Fail => new Fail(code, params);

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERRORS, code);

/** The sentence of an error in the caller's language, its parameters filled in. */
export function sentence(code: ErrorCode, params: ErrorParams, locale: 'zh' | 'en'): string {
  return ERRORS[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value.join(locale === 'zh' ? '、' : ', ') : String(value ?? '');
  });
}
