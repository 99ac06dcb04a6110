import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { importDepartments } from '#libs/reference/tables/imports.js';
import { readReference } from '#libs/reference/reference.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { AccountRow } from './accounts/account.entity.js';
import { Member, Unit } from './directory/member.entity.js';
import { DraftRow } from './drafts/draft.entity.js';
import { StoredFileRow } from './files/stored-file.entity.js';
import { SessionRow } from './sessions/session.entity.js';
import { BusinessClockRow } from './time/business-clock.entity.js';
import { SavedViewRow } from './views/saved-view.entity.js';
import { DraftsAndViews1795610000001 } from '../migrations/1795610000001-drafts-and-views.js';
import { Initial1700000001000 } from '../migrations/1700000001000-initial.js';

export const serviceData: ServiceData = {
  service: 'gateway',
  entities: [AccountRow, SessionRow, Member, Unit, BusinessClockRow, StoredFileRow, DraftRow, SavedViewRow, Department],
  migrations: [...messagingTables('gateway'), Initial1700000001000, DraftsAndViews1795610000001],
  importReference: async (em) => {
    await importDepartments(em, readReference('data'));
  },
};
