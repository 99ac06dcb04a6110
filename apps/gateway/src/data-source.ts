import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { importDepartments } from '#libs/reference/tables/imports.js';
import { readReference } from '#libs/reference/reference.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { AccountRow } from './accounts/account.entity.js';
import { Member, Unit } from './directory/member.entity.js';
import { StoredFileRow } from './files/stored-file.entity.js';
import { SessionRow } from './sessions/session.entity.js';
import { BusinessClockRow } from './time/business-clock.entity.js';
import { Initial1700000001000 } from '../migrations/1700000001000-initial.js';

export const serviceData: ServiceData = {
  service: 'gateway',
  entities: [AccountRow, SessionRow, Member, Unit, BusinessClockRow, StoredFileRow, Department],
  migrations: [...messagingTables('gateway'), Initial1700000001000],
  importReference: async (em) => {
    await importDepartments(em, readReference('data'));
  },
};
