import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { unitEvents } from '#libs/contracts/facts.js';
import type { getUnit, listUnits, registerUnit, unitContacts } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { containing, paged } from '../paging.js';
import { Unit } from './unit.entity.js';
import { unitView } from './unit.view.js';
import { usccCheckDigitHolds } from './uscc.js';

@Injectable()
export class UnitsService {
  register(context: WorkContext, { usccConfirmed, ...given }: Input<typeof registerUnit>) {
    const { uscc, name } = given;
    const usccChecked = usccCheckDigitHolds(uscc);
    if (!usccChecked && !usccConfirmed) throw fail('uscc_check_digit', { uscc });
    context.onConflict('uq_unit_uscc', fail('unit_registered', { uscc }));
    const unit = context.add(Unit, { ...given, usccChecked });
    context.publish(unitEvents, 'registered', { unitId: unit.id, name, uscc });
    return Promise.resolve(unitView(unit, context.principal));
  }

  async get({ em, principal }: QueryContext, { unitId }: Input<typeof getUnit>) {
    if (principal.kind === 'unit' && principal.unitId !== unitId) throw fail('unit_not_found');
    const unit = await em.findOneBy(Unit, { id: unitId });
    if (!unit) throw fail('unit_not_found');
    return unitView(unit, principal);
  }

  async list({ em, principal }: QueryContext, { q, ...paging }: Input<typeof listUnits>) {
    const query = em.createQueryBuilder(Unit, 'unit').orderBy('unit.name').addOrderBy('unit.id');
    if (q) query.andWhere('(unit.name ILIKE :q OR unit.uscc ILIKE :q)', { q: containing(q) });
    return await paged(query, paging, (units) => units.map((unit) => unitView(unit, principal)));
  }

  async contacts({ em }: QueryContext, { unitId }: Input<typeof unitContacts>) {
    const unit = await em.findOneBy(Unit, { id: unitId });
    if (!unit) throw fail('unit_not_found');
    const { name: unitName, contactName, contactMobile } = unit;
    return { unitId, unitName, contactName, contactMobile };
  }
}
