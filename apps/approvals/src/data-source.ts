import { CaseScope } from '#libs/case-scope/case-scope.entity.js';
import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { CalendarDay } from '#libs/reference/tables/calendar-day.entity.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { CaseCopy } from './cases/case-copy.entity.js';
import { CaseHandling } from './cases/case-handling.entity.js';
import { MandateCopy } from './cases/mandate-copy.entity.js';
import { Competence } from './catalogue/competence.entity.js';
import { importCatalogue } from './catalogue/import.js';
import { ItemVersion } from './catalogue/item-version.entity.js';
import { Material } from './catalogue/material.entity.js';

export const serviceData: ServiceData = {
  service: 'approvals',
  entities: [
    CaseScope,
    CalendarDay,
    Department,
    Region,
    CaseCopy,
    CaseHandling,
    MandateCopy,
    Competence,
    ItemVersion,
    Material,
  ],
  migrations: [messagingTables('approvals')],
  importReference: importCatalogue,
};
