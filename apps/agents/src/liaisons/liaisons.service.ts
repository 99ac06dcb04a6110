import { Injectable } from '@nestjs/common';
import type { appointChiefLiaison, endChiefLiaison, replaceChiefLiaison } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { mustManage } from '../institutions/administration.js';
import { Institution } from '../institutions/institution.entity.js';
import { regionNames } from '../reference/names.js';
import { lockActiveAgent, lockAgentOf } from '../staff/staff.js';
import { ChiefLiaison, QUOTA } from './chief-liaison.entity.js';
import { liaisonView } from './chief-liaison.view.js';
import { beginTerm, endTerm, liaisonsInOffice, mustBeNew } from './terms.js';

/** Chief liaisons: three to five a county or zone (R25), at least one at the city (R34). */
@Injectable()
export class LiaisonsService {
  async appoint(context: WorkContext, { agentId }: Input<typeof appointChiefLiaison>) {
    const agent = await lockActiveAgent(context, agentId);
    const institution = await this.lockInstitution(context, agent.institutionId);
    if (institution.level === 'town') throw fail('liaison_not_at_town');
    await mustBeNew(context, agent);
    const seat = institution.level === 'county' ? await this.freeSeat(context, institution) : null;
    const { id: institutionId, regionId } = institution;
    return this.shown(context, beginTerm(context, { agentId, institutionId, regionId, seat }));
  }

  /** The successor takes the seat at the instant the other leaves it, so neither bound of the quota is touched (R27). */
  async replace(context: WorkContext, { id, agentId, reason }: Input<typeof replaceChiefLiaison>) {
    const { liaison, institution } = await this.lock(context, id);
    const successor = await lockAgentOf(context, agentId, institution);
    await mustBeNew(context, successor);
    const { institutionId, regionId, seat } = liaison;
    endTerm(context, liaison, reason);
    return this.shown(context, beginTerm(context, { agentId, institutionId, regionId, seat }));
  }

  async end(context: WorkContext, { id, reason }: Input<typeof endChiefLiaison>) {
    const { liaison, institution } = await this.lock(context, id);
    const left = (await liaisonsInOffice(context.em, institution.id)).length - 1;
    if (institution.level === 'city' && left < 1) throw fail('liaison_last_of_city');
    if (institution.level === 'county' && left < QUOTA.least) throw fail('liaison_quota_short', { left });
    endTerm(context, liaison, reason);
    return this.shown(context, liaison);
  }

  /** Liaisons of one institution come and go one after the other: its row is the lock. */
  private async lockInstitution(context: WorkContext, id: string): Promise<Institution> {
    const institution = await context.lock(Institution, { id });
    if (!institution) throw fail('not_found');
    await mustManage(context, institution);
    return institution;
  }

  private async lock(context: WorkContext, id: string): Promise<{ liaison: ChiefLiaison; institution: Institution }> {
    const known = await context.em.findOneBy(ChiefLiaison, { id });
    if (!known) throw fail('not_found');
    const institution = await this.lockInstitution(context, known.institutionId);
    const liaison = await context.lock(ChiefLiaison, { id });
    if (!liaison) throw fail('not_found');
    if (liaison.validTo !== null) throw fail('liaison_ended', { on: liaison.validTo });
    return { liaison, institution };
  }

  /** The lowest of the five seats that is free; F03 when there is none. */
  private async freeSeat(context: WorkContext, { id, regionId }: Institution): Promise<number> {
    const taken = await liaisonsInOffice(context.em, id);
    const region = (await regionNames(context.em, [regionId])).get(regionId);
    const full = fail('liaison_quota_full', { region, count: taken.length });
    context.onConflict('uq_chief_liaison_seat', full);
    for (let seat = 1; seat <= QUOTA.most; seat += 1) {
      if (!taken.some((liaison) => liaison.seat === seat)) return seat;
    }
    throw full;
  }

  private async shown(context: WorkContext, liaison: ChiefLiaison) {
    await context.flush();
    return liaisonView(context.em, liaison);
  }
}
