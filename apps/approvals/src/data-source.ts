import { CaseScope } from '#libs/case-scope/case-scope.entity.js';
import { messagingTables } from '#libs/messaging/schema.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { CalendarDay } from '#libs/reference/tables/calendar-day.entity.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { Region } from '#libs/reference/tables/region.entity.js';
import { Numbers1700000000500 } from '../migrations/1700000000500-Numbers.js';
import { Initial1795463441716 } from '../migrations/1795463441716-Initial.js';
import { CaseIndexes1795472192055 } from '../migrations/1795472192055-CaseIndexes.js';
import { CaseCopy } from './cases/case-copy.entity.js';
import { CaseHandling } from './cases/case-handling.entity.js';
import { MandateCopy } from './cases/mandate-copy.entity.js';
import { Competence } from './catalogue/competence.entity.js';
import { importCatalogue } from './catalogue/import.js';
import { ItemVersion } from './catalogue/item-version.entity.js';
import { Material } from './catalogue/material.entity.js';
import { Duty } from './clocks/duty.entity.js';
import { FiredWarning } from './clocks/fired-warning.entity.js';
import { ApprovalEvent } from './filings/approval-event.entity.js';
import { Approval } from './filings/approval.entity.js';
import { CaseStart } from './filings/case-start.entity.js';
import { Deferral } from './filings/deferral.entity.js';
import { ApprovalExtension } from './filings/extension.entity.js';
import { PreReview } from './filings/pre-review.entity.js';
import { ApprovalSpan } from './filings/span.entity.js';
import { ItemPlanVersion } from './item-plans/item-plan-version.entity.js';
import { ItemPlan } from './item-plans/item-plan.entity.js';
import { Situation } from './materials/situation.entity.js';
import { MaterialSupply } from './materials/supply.entity.js';
import { Milestone } from './milestones/milestone.entity.js';
import { PreApprovalCondition } from './pre-approvals/condition.entity.js';
import { PreApproval } from './pre-approvals/pre-approval.entity.js';
import { RoadmapVersion } from './roadmaps/roadmap-version.entity.js';

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
    Duty,
    FiredWarning,
    ApprovalEvent,
    Approval,
    CaseStart,
    Deferral,
    ApprovalExtension,
    PreReview,
    ApprovalSpan,
    ItemPlanVersion,
    ItemPlan,
    Situation,
    MaterialSupply,
    Milestone,
    PreApprovalCondition,
    PreApproval,
    RoadmapVersion,
  ],
  migrations: [...messagingTables('approvals'), Numbers1700000000500, Initial1795463441716, CaseIndexes1795472192055],
  importReference: importCatalogue,
};
