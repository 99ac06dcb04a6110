import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type {
  appointChiefContact,
  endChiefContact,
  listChiefContacts,
  nameSubstitute,
  replaceChiefContact,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { institutionInService, mustManage } from '../institutions/administration.js';
import type { Institution } from '../institutions/institution.entity.js';
import { briefly, itemNames, mustBeItems, regionNames } from '../reference/names.js';
import { lockAgentOf, mustSubstitute } from '../staff/staff.js';
import { ChiefContact } from './chief-contact.entity.js';
import { contactView, contactViews } from './chief-contact.view.js';
import { beginTerm, endTerm } from './terms.js';

/** Chief contacts: one an item or a category at each institution (R26), changed in one act (R27). */
@Injectable()
export class ChiefContactsService {
  async appoint(context: WorkContext, input: Input<typeof appointChiefContact>) {
    const { itemCode, category, agentId, substituteId } = input;
    if ((itemCode === null) === (category === null)) throw fail('chief_contact_key');
    const institution = await this.managed(context, input.institutionId);
    if (itemCode !== null) await mustBeItems(context.em, [itemCode]);
    const agent = await lockAgentOf(context, agentId, institution);
    await mustSubstitute(context.em, substituteId, agent);
    await this.mustBeVacant(context, institution, input);
    return this.shown(context, beginTerm(context, input));
  }

  async replace(context: WorkContext, { id, agentId, substituteId }: Input<typeof replaceChiefContact>) {
    const { contact, institution } = await this.lock(context, id);
    const agent = await lockAgentOf(context, agentId, institution);
    await mustSubstitute(context.em, substituteId, agent);
    endTerm(context, contact);
    const { institutionId, itemCode, category } = contact;
    return this.shown(context, beginTerm(context, { institutionId, itemCode, category, agentId, substituteId }));
  }

  async nameSubstitute(context: WorkContext, { id, substituteId }: Input<typeof nameSubstitute>) {
    const { contact, institution } = await this.lock(context, id);
    context.expectVersion(contact);
    const agent = await lockAgentOf(context, contact.agentId, institution);
    await mustSubstitute(context.em, substituteId, agent);
    contact.substituteId = substituteId;
    return this.shown(context, contact);
  }

  async end(context: WorkContext, { id }: Input<typeof endChiefContact>) {
    const { contact } = await this.lock(context, id);
    endTerm(context, contact);
    return this.shown(context, contact);
  }

  /** Who was in office on a day (R27), or everyone who ever was. */
  async list({ em, today }: QueryContext, { on, history, ...key }: Input<typeof listChiefContacts>) {
    const query = em.createQueryBuilder(ChiefContact, 'contact').where(key);
    query.orderBy('contact.itemCode').addOrderBy('contact.category').addOrderBy('contact.validFrom');
    if (!history) {
      query.andWhere('contact.validFrom <= :day AND (contact.validTo IS NULL OR contact.validTo > :day)', {
        day: on ?? today,
      });
    }
    return { items: await contactViews(em, await query.getMany()) };
  }

  private async managed(context: WorkContext, institutionId: string): Promise<Institution> {
    const institution = await institutionInService(context, institutionId);
    await mustManage(context, institution);
    return institution;
  }

  private async lock(context: WorkContext, id: string): Promise<{ contact: ChiefContact; institution: Institution }> {
    const contact = await context.lock(ChiefContact, { id });
    if (!contact) throw fail('not_found');
    const institution = await this.managed(context, contact.institutionId);
    if (contact.validTo !== null) throw fail('chief_contact_ended', { on: contact.validTo });
    return { contact, institution };
  }

  /** F04; two who come at the same moment are parted by the database. */
  private async mustBeVacant(
    context: WorkContext,
    { id: institutionId, regionId }: Institution,
    { itemCode, category }: Pick<ChiefContact, 'itemCode' | 'category'>,
  ): Promise<void> {
    const { em } = context;
    const region = (await regionNames(em, [regionId])).get(regionId);
    const item = itemCode === null ? null : briefly((await itemNames(em, [itemCode])).get(itemCode) ?? itemCode);
    const ofItem = fail('chief_contact_exists', { region, item });
    const ofCategory = fail('chief_contact_of_category_exists', { region, category });
    context.onConflict('uq_chief_contact_item', ofItem);
    context.onConflict('uq_chief_contact_category', ofCategory);
    const key = itemCode === null ? { category: category ?? '' } : { itemCode };
    const taken = await em.existsBy(ChiefContact, { institutionId, ...key, validTo: IsNull() });
    if (taken) throw itemCode === null ? ofCategory : ofItem;
  }

  private async shown(context: WorkContext, contact: ChiefContact) {
    await context.flush();
    return contactView(context.em, contact);
  }
}
