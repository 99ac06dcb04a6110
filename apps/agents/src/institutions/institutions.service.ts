import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type {
  editInstitution,
  endInstitution,
  establishInstitution,
  getInstitution,
  listInstitutions,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { institutionEvents } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { CaseCopy } from '../cases/case-copy.entity.js';
import { Agent } from '../staff/agent.entity.js';
import { manages, mustManage } from './administration.js';
import { Institution } from './institution.entity.js';
import { institutionView, institutionViews } from './institution.view.js';

const LEVEL_OF = { province: null, city: 'city', county: 'county', zone: 'county', town: 'town' } as const;
const LEVEL_ZH = { city: '市级', county: '县级', town: '镇级' } as const;

type Establishment = Input<typeof establishInstitution>;

@Injectable()
export class InstitutionsService {
  async establish(context: WorkContext, input: Establishment) {
    const region = await this.regionOf(context, input);
    const parent = await this.parentOf(context, input, region);
    const mayDo = parent
      ? await manages(context.em, context.principal, parent)
      : context.principal.kind === 'administrator';
    if (!mayDo) throw fail('not_your_institution', { institution: parent?.name ?? input.name });
    context.onConflict('uq_institution_of_region', fail('institution_exists', { region: region.name }));
    const institution = context.add(Institution, { ...input, validFrom: context.today, validTo: null });
    return this.told(context, institution);
  }

  async edit(context: WorkContext, { id, ...changes }: Input<typeof editInstitution>) {
    const institution = await this.lock(context, id);
    Object.assign(institution, changes);
    return this.told(context, institution);
  }

  async end(context: WorkContext, { id }: Input<typeof endInstitution>) {
    const institution = await this.lock(context, id);
    const { em } = context;
    const agents = await em.countBy(Agent, { institutionId: id, validTo: IsNull() });
    const children = await em.countBy(Institution, { parentId: id, validTo: IsNull() });
    const cases = await em.countBy(CaseCopy, { firstInstitutionId: id, endedAt: IsNull() });
    if (agents + children + cases > 0) {
      throw fail('institution_in_use', { institution: institution.name, agents, children, cases });
    }
    institution.validTo = context.today;
    return this.told(context, institution);
  }

  async list(context: QueryContext, { active = true, ...filters }: Input<typeof listInstitutions>) {
    const where = active ? { ...filters, validTo: IsNull() } : filters;
    const institutions = await context.em.find(Institution, { where, order: { regionId: 'ASC', validFrom: 'ASC' } });
    return { items: await institutionViews(context, institutions) };
  }

  async get(context: QueryContext, { id }: Input<typeof getInstitution>) {
    const institution = await context.em.findOneBy(Institution, { id });
    if (!institution) throw fail('not_found');
    return institutionView(context, institution);
  }

  private async lock(context: WorkContext, id: string): Promise<Institution> {
    const institution = await context.lock(Institution, { id });
    if (!institution) throw fail('not_found');
    await mustManage(context, institution);
    if (institution.validTo !== null) throw fail('institution_ended', { institution: institution.name });
    context.expectVersion(institution);
    return institution;
  }

  private async regionOf({ em }: WorkContext, { regionId, level }: Establishment): Promise<Region> {
    const region = await em.findOneBy(Region, { id: regionId });
    if (region && LEVEL_OF[region.level] === level) return region;
    throw fail('region_not_of_level', { region: region?.name ?? regionId, level: LEVEL_ZH[level] });
  }

  /** The institution of the region above; the city's has none (R14, R28). */
  private async parentOf({ em }: WorkContext, { level, parentId }: Establishment, region: Region) {
    const above = level === 'city' ? null : region.parentId;
    const parent = parentId && (await em.findOneBy(Institution, { id: parentId, validTo: IsNull() }));
    if (above === null && parentId === null) return null;
    if (parent && parent.regionId === above) return parent;
    const expected = await em.findOneBy(Region, { id: above ?? region.id });
    throw fail('parent_institution_wrong', { region: expected?.name ?? above });
  }

  private async told(context: WorkContext, institution: Institution) {
    const { id: institutionId, name, level, regionId, parentId, servicePoint, validTo } = institution;
    const active = validTo === null;
    const fact = { institutionId, name, level, regionId, parentId, servicePoint, active };
    context.publish(institutionEvents, 'established', fact);
    await context.flush();
    return institutionView(context, institution);
  }
}
