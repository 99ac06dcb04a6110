import { CaseScope } from '#libs/case-scope/case-scope.entity.js';
import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { CalendarDay } from '#libs/reference/tables/calendar-day.entity.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { Initial1795465193332 } from '../migrations/1795465193332-Initial.js';
import { BulkHandOvers1795620000001 } from '../migrations/1795620000001-BulkHandOvers.js';
import { Assignment } from './assignments/assignment.entity.js';
import { CaseTeam } from './assignments/case-team.entity.js';
import { Inspection } from './assignments/inspection.entity.js';
import { CaseCopy } from './cases/case-copy.entity.js';
import { ChiefContact } from './chief-contacts/chief-contact.entity.js';
import { Coordination } from './coordinations/coordination.entity.js';
import { DirectContact } from './coordinations/direct-contact.entity.js';
import { HandOver } from './hand-overs/hand-over.entity.js';
import { BulkHandOver } from './holdings/bulk-hand-over.entity.js';
import { importReference } from './import.js';
import { Institution } from './institutions/institution.entity.js';
import { ChiefLiaison } from './liaisons/chief-liaison.entity.js';
import { Item } from './reference/item.entity.js';
import { Reminder } from './reminders/reminder.entity.js';
import { ResponsibilityList } from './responsibility-lists/responsibility-list.entity.js';
import { RoutingOverride } from './routing/routing-override.entity.js';
import { Agent } from './staff/agent.entity.js';
import { Leave } from './staff/leave.entity.js';
import { Transfer } from './transfers/transfer.entity.js';

const ROSTER = [Institution, Agent, Leave, ResponsibilityList, ChiefLiaison, ChiefContact];
const WORK = [
  RoutingOverride,
  Transfer,
  DirectContact,
  Coordination,
  Assignment,
  CaseTeam,
  Inspection,
  HandOver,
  BulkHandOver,
  Reminder,
];
const COPIES = [CaseScope, CaseCopy];
const REFERENCE = [Region, Department, CalendarDay, Item];

export const serviceData: ServiceData = {
  service: 'agents',
  entities: [...ROSTER, ...WORK, ...COPIES, ...REFERENCE],
  migrations: [...messagingTables('agents'), Initial1795465193332, BulkHandOvers1795620000001],
  importReference,
};
