import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ROLES } from '#libs/identity/principal.js';
import type { Principal, Role } from '#libs/identity/principal.js';
import type { Bearer } from './strategies.js';

interface Found {
  id: string;
  name: string;
  kind: 'agent' | 'unit' | 'department' | 'administrator' | 'system';
  agent_id: string | null;
  unit_id: string | null;
  department_code: string | null;
  region_id: string | null;
  institution_id: string | null;
  institution_level: 'city' | 'county' | 'town' | null;
  member_region: string | null;
  classes: string[] | null;
}

const FIND = `
  SELECT a.id, a.name, a.kind, a.agent_id, a.unit_id, a.department_code, a.region_id,
         m.institution_id, m.institution_level, m.region_id AS member_region, m.classes
  FROM session s
  JOIN account a ON a.id = s.account_id
  LEFT JOIN member m ON m.id = a.agent_id
  WHERE s.id = $1 AND a.id = $2 AND s.ended_at IS NULL AND s.expires_at > now()
    AND a.disabled_at IS NULL AND (a.kind <> 'agent' OR m.active)`;

const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);

function rolesOf({ kind, classes }: Found): Role[] {
  switch (kind) {
    case 'agent':
      return (classes ?? []).filter(isRole);
    case 'department':
      return ['reviewer'];
    case 'unit':
    case 'administrator':
    case 'system':
      return [kind];
  }
}

@Injectable()
export class PrincipalsService {
  constructor(private readonly source: DataSource) {}

  /** Who the bearer is now; null when session, account or appointment has ended. Read on every request, so a revocation works at once. */
  async resolve({ accountId, sessionId }: Bearer): Promise<Principal | null> {
    const [found] = await this.source.query<Found[]>(FIND, [sessionId, accountId]);
    if (!found) return null;
    return {
      accountId: found.id,
      kind: found.kind,
      name: found.name,
      roles: rolesOf(found),
      agentId: found.agent_id,
      institutionId: found.institution_id,
      institutionLevel: found.institution_level,
      unitId: found.unit_id,
      departmentCode: found.department_code,
      regionId: found.member_region ?? found.region_id,
    };
  }
}
