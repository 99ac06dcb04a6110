import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fail } from '#libs/contracts/errors.js';
import { PLATFORM, authorize } from '#libs/identity/principal.js';
import type { Permission } from '#libs/contracts/define.js';
import { PrincipalsService } from '../sessions/principals.service.js';
import { bearerOf } from '../sessions/strategies.js';
import type { Caller } from './caller.js';

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

const one = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null;

/** English only when it is asked for before Chinese. */
export const localeOf = (request: FastifyRequest): 'zh' | 'en' =>
  /^\s*en\b/i.test(one(request.headers['accept-language']) ?? '') ? 'en' : 'zh';

export const traceOf = (request: FastifyRequest): string =>
  TRACEPARENT.exec(one(request.headers['traceparent']) ?? '')?.[1] ?? randomBytes(16).toString('hex');

@Injectable()
export class CallerService {
  constructor(private readonly principals: PrincipalsService) {}

  /** Who is calling; refuses who may not. A public operation is served to anyone, also with a token that has expired. */
  async admit(request: FastifyRequest, permission: Permission, traceId: string): Promise<Caller> {
    const where = {
      ip: request.ip,
      correlationId: traceId,
      traceparent: one(request.headers['traceparent']),
      locale: localeOf(request),
    };
    const bearer = await bearerOf(request.raw);
    const principal = bearer === null || bearer === 'expired' ? null : await this.principals.resolve(bearer);
    if (principal && bearer !== null && bearer !== 'expired') {
      authorize(principal, permission);
      return { ...where, principal, sessionId: bearer.sessionId };
    }
    if (permission !== 'public') throw fail(bearer === null ? 'not_signed_in' : 'token_expired');
    return { ...where, principal: { ...PLATFORM, accountId: 'public', name: '公众', kind: 'unit' }, sessionId: null };
  }
}
