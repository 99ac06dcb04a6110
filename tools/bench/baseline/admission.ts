import type { FastifyRequest } from 'fastify';
import { jwtVerify } from 'jose';
import type pg from 'pg';
import { AUDIENCE, ISSUER } from '#apps/gateway/src/sessions/tokens.js';
import type { Permission } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { PLATFORM, authorize } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { prepared } from './database.js';

interface Found {
  id: string;
  name: string;
  department_code: string;
  region_id: string | null;
}

const FIND = prepared(
  'principal',
  `SELECT a.id, a.name, a.department_code, a.region_id
   FROM gateway.session s
   JOIN gateway.account a ON a.id = s.account_id
   LEFT JOIN gateway.member m ON m.id = a.agent_id
   WHERE s.id = $1 AND a.id = $2 AND s.ended_at IS NULL AND s.expires_at > now()
     AND a.disabled_at IS NULL AND a.kind = 'department'`,
);

/** Who calls, by token, session and account, asked anew at every request; reviewers only. */
export class Admission {
  private readonly key: Uint8Array;

  constructor(
    private readonly pool: pg.Pool,
    secret: string,
  ) {
    this.key = new TextEncoder().encode(secret);
  }

  async admit({ headers }: FastifyRequest, permission: Permission): Promise<Principal> {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) throw fail('not_signed_in');
    const pinned = { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE };
    const { payload } = await jwtVerify(token, this.key, pinned).catch(() => {
      throw fail('token_expired');
    });
    const { rows } = await this.pool.query<Found>(FIND(payload['sid'], payload.sub));
    const [found] = rows;
    if (!found) throw fail('token_expired');
    const principal: Principal = {
      ...PLATFORM,
      accountId: found.id,
      kind: 'department',
      name: found.name,
      roles: ['reviewer'],
      departmentCode: found.department_code,
      regionId: found.region_id,
    };
    authorize(principal, permission);
    return principal;
  }
}
