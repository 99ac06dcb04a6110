import { CaseScope } from '#libs/case-scope/case-scope.entity.js';
import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { CalendarDay } from '#libs/reference/tables/calendar-day.entity.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { Initial1795464191894 } from '../migrations/1795464191894-Initial.js';
import { Notes1795600000001 } from '../migrations/1795600000001-Notes.js';
import { Consultations1795600000002 } from '../migrations/1795600000002-Consultations.js';
import { CaseList1795600000003 } from '../migrations/1795600000003-CaseList.js';
import { Publication1795600000004 } from '../migrations/1795600000004-Publication.js';
import { Agreement } from './agreements/agreement.entity.js';
import { ServiceCase } from './cases/service-case.entity.js';
import { ConsultationAnswer } from './consultations/consultation-answer.entity.js';
import { Consultation } from './consultations/consultation.entity.js';
import { Agent } from './directory/agent.entity.js';
import { CatalogueItem } from './directory/catalogue-item.entity.js';
import { Institution } from './directory/institution.entity.js';
import { CaseDocument } from './documents/case-document.entity.js';
import { LentOriginal } from './documents/lent-original.entity.js';
import { importReference } from './import.js';
import { JointReview } from './joint-reviews/joint-review.entity.js';
import { Opinion } from './joint-reviews/opinion.entity.js';
import { LedgerEntry } from './ledger/ledger-entry.entity.js';
import { Mandate } from './mandates/mandate.entity.js';
import { Note } from './notes/note.entity.js';
import { RequirementsNotice } from './notices/notice.entity.js';
import { CaseProgress } from './progress/case-progress.entity.js';
import { Filing } from './progress/filing.entity.js';
import { PreApproval } from './progress/pre-approval.entity.js';
import { ProjectList } from './project-lists/project-list.entity.js';
import { Project } from './projects/project.entity.js';
import { Unit } from './units/unit.entity.js';
import { Trip } from './visits/trip.entity.js';
import { Visit } from './visits/visit.entity.js';

const OWN = [
  Unit,
  ProjectList,
  Project,
  ServiceCase,
  Agreement,
  Mandate,
  JointReview,
  Opinion,
  RequirementsNotice,
  Visit,
  Trip,
  CaseDocument,
  LentOriginal,
  LedgerEntry,
  Note,
  Consultation,
  ConsultationAnswer,
];
const COPIES = [CaseScope, CaseProgress, Filing, PreApproval, Institution, Agent];
const REFERENCE = [Region, Department, CalendarDay, CatalogueItem];

export const serviceData: ServiceData = {
  service: 'projects',
  entities: [...OWN, ...COPIES, ...REFERENCE],
  migrations: [
    ...messagingTables('projects'),
    Initial1795464191894,
    Notes1795600000001,
    Consultations1795600000002,
    CaseList1795600000003,
    Publication1795600000004,
  ],
  importReference,
};
