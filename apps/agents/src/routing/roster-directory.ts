import { In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { ChiefContact } from '../chief-contacts/chief-contact.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { ChiefLiaison } from '../liaisons/chief-liaison.entity.js';
import type { Directory } from './directory.js';

/** The directory of the engine as the roster stands now. */
export async function directoryOf(em: EntityManager): Promise<Directory> {
  const inForce = { validTo: IsNull() };
  const departments = await em.findBy(Department, { level: In(['province', 'city']) });
  const regions = await em.findBy(Region, { level: In(['city', 'county', 'zone']) });
  return {
    institutions: await em.findBy(Institution, inForce),
    chiefLiaisons: await em.findBy(ChiefLiaison, inForce),
    chiefContacts: await em.findBy(ChiefContact, inForce),
    departments: departments.map(({ code, name, superiorCode }) => ({ code, nameZh: name, superiorCode })),
    regions: regions.map(({ id, name }) => ({ id, nameZh: name })),
  };
}
