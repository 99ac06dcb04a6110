import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { environment } from '../config.js';
import { AUDIENCE, ISSUER } from './tokens.js';

/** What a valid access token says. */
export interface Bearer {
  accountId: string;
  sessionId: string;
}

const Claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/** Bearer tokens: algorithm, issuer and audience are pinned. Another way to sign in is another strategy beside this one. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // As a key: of a string jsonwebtoken tries first, and at every request, whether it is a public key.
      secretOrKey: createSecretKey(environment.TOKEN_SECRET, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
    });
  }

  validate(payload: unknown): Bearer | false {
    const claims = Claims.safeParse(payload);
    return claims.success && { accountId: claims.data.sub, sessionId: claims.data.sid };
  }
}

/** The bearer of a request, `expired`, or null when there is no token or a bad one. */
export function bearerOf(request: IncomingMessage): Promise<Bearer | 'expired' | null> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, bearer: Bearer | false | undefined, info: unknown): void => {
      if (error) reject(error instanceof Error ? error : new Error(String(error)));
      else if (bearer) resolve(bearer);
      else resolve(info instanceof Error && info.name === 'TokenExpiredError' ? 'expired' : null);
    };
    const middleware = passport.authenticate('jwt', { session: false }, done) as (
      request: IncomingMessage,
      response: ServerResponse,
      next: (error?: unknown) => void,
    ) => void;
    middleware(request, undefined as unknown as ServerResponse, reject);
  });
}
