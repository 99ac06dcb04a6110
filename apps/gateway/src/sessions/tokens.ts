import { createHash, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';

export const ISSUER = 'bangdaiban';
export const AUDIENCE = 'bangdaiban-api';
/** Seconds. */
export const ACCESS_SECONDS = 15 * 60;
export const REFRESH_SECONDS = 12 * 3_600;

/** An access token carries account and session, nothing else: the principal is resolved on every request. */
export async function accessToken(secret: string, accountId: string, sessionId: string): Promise<string> {
  return await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject(accountId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_SECONDS}s`)
    .sign(new TextEncoder().encode(secret));
}

export const newRefreshToken = (): string => `rt_${randomBytes(32).toString('base64url')}`;

/** Tokens are random and long: a plain hash is enough to keep a stolen database from signing in. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
