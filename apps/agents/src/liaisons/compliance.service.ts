import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { liaisonCompliance, listChiefLiaisons } from '#libs/contracts/agents.js';
import type { Input, RawOutput } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison, QUOTA } from './chief-liaison.entity.js';
import { liaisonViews } from './chief-liaison.view.js';

type Compliance = RawOutput<typeof liaisonCompliance>['items'][number];

@Injectable()
export class ComplianceService {
  /** Who was in office on a day (R27), or everyone who ever was. */
  async list({ em, today }: QueryContext, { regionId, on, history }: Input<typeof listChiefLiaisons>) {
    const query = em.createQueryBuilder(ChiefLiaison, 'liaison').orderBy('liaison.regionId');
    query.addOrderBy('liaison.seat').addOrderBy('liaison.validFrom').addOrderBy('liaison.id');
    if (regionId !== undefined) query.andWhere('liaison.regionId = :regionId', { regionId });
    if (!history) {
      query.andWhere('liaison.validFrom <= :day AND (liaison.validTo IS NULL OR liaison.validTo > :day)', {
        day: on ?? today,
      });
    }
    return { items: await liaisonViews(em, await query.getMany()) };
  }

  /** The city, every county and every zone, with its light (R25, R34). */
  async compliance({ em }: QueryContext): Promise<{ items: Compliance[] }> {
    const regions = await em.find(Region, {
      where: { level: In(['city', 'county', 'zone']), validTo: IsNull() },
      order: { level: 'ASC', id: 'ASC' },
    });
    const institutions = await em.findBy(Institution, { validTo: IsNull() });
    const liaisons = await em.findBy(ChiefLiaison, { validTo: IsNull() });
    return {
      items: regions.map(({ id, name, level }) => {
        const institutionId = institutions.find(({ regionId }) => regionId === id)?.id ?? null;
        const count = liaisons.filter(({ regionId }) => regionId === id).length;
        return {
          regionId: id,
          regionName: name,
          level: level === 'city' ? 'city' : 'county',
          institutionId,
          count,
          ...judge(level === 'city', count),
        };
      }),
    };
  }
}

function judge(city: boolean, count: number): Pick<Compliance, 'light' | 'note'> {
  const { least, most } = city ? { least: 1, most: Infinity } : QUOTA;
  const rule = city ? '市级至少1名' : `规定为${QUOTA.least}至${QUOTA.most}名`;
  if (count < least) return { light: 'red', note: `现有${count}名,尚缺${least - count}名(${rule})。` };
  if (count > most) return { light: 'red', note: `现有${count}名,超出${count - most}名(${rule})。` };
  return { light: 'green', note: `现有${count}名,符合规定(${rule})。` };
}
