import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, ItemCode, RegionId, Text } from '../values.js';
import { EXAMPLE_ID } from './example.js';

const Share = z.object({ items: z.int(), weight: z.number() });

/** What the first institution is told to do with some items, with the reason in words (R33–R37, R42). */
export const RoutingAction = z
  .object({
    kind: z.enum([
      'transfer_down',
      'transfer_up',
      'stays',
      'contact_directly',
      'coordinate_province',
      'co_handle',
      'ask',
      'gap',
    ]),
    itemCodes: z.array(ItemCode),
    reason: z.string(),
    /** Of transfer, stays, contact and co-handling; null = there is none. */
    institutionId: Id.nullable(),
    institutionName: z.string().nullable(),
    /** Chief liaisons to contact: of a transfer, or where an item has no chief contact. */
    liaisonIds: z.array(Id),
    chiefContactId: Id.nullable(),
    redLight: z.boolean(),
    question: z.string().nullable(),
  })
  .meta({ id: 'RoutingAction' });
export type RoutingAction = z.infer<typeof RoutingAction>;

/** The routing of a case as of now: the engine's answer on the current item plan and roster. */
export const CaseRouting = z
  .object({
    caseId: Id,
    planVersion: z.int(),
    /** For ever (R31). */
    firstInstitutionId: Id,
    /** Who answers for the case now: the receiver of the last received transfer, else the first institution. */
    holdingInstitutionId: Id,
    holdingInstitutionName: z.string(),
    /** Who handles it once the actions are carried out; null while something is asked or missing. */
    proposedInstitutionId: Id.nullable(),
    mainLevel: z.enum(['city', 'county']).nullable(),
    county: Share,
    city: Share,
    override: z
      .object({
        mainLevel: z.enum(['city', 'county']).nullable(),
        leadRegionId: RegionId.nullable(),
        reason: z.string(),
      })
      .nullable(),
    /** Of every needed item to the first institution (R121): 本级 下级 上级 协助 同级他区 不计层级 权限待确认. */
    items: z.array(z.object({ code: ItemCode, name: z.string(), relation: z.string(), levelReason: z.string() })),
    actions: z.array(RoutingAction),
    summary: z.string(),
    /** What this reader may do now; `actions` are those of the routing itself. */
    allowed: z.array(z.string()),
  })
  .meta({ id: 'CaseRouting' });
export type CaseRouting = z.infer<typeof CaseRouting>;

export const getRouting = query('agents.get-routing', {
  http: ['GET', '/cases/:caseId/routing'],
  permission: 'routing:read',
  title: ['首接与转办方案', 'Where the items of a case go, and why'],
  input: z.object({ caseId: Id }),
  output: CaseRouting,
  errors: ['case_not_found', 'not_yet_known'],
  example: { caseId: EXAMPLE_ID },
});

export const overrideRouting = command('agents.override-routing', {
  http: ['POST', '/cases/:caseId/routing-overrides'],
  key: 'caseId',
  permission: 'routing:override',
  title: ['首接机构确定主要层级或牵头县市区', 'The first institution sets main level or lead county'],
  input: z.object({
    caseId: Id,
    mainLevel: z.enum(['city', 'county']).nullable().default(null),
    leadRegionId: RegionId.nullable().default(null),
    reason: Text(300),
  }),
  output: CaseRouting,
  errors: [
    'case_not_found',
    'not_yet_known',
    'case_is_over',
    'not_first_institution',
    'override_empty',
    'lead_region_wrong',
  ],
  example: { caseId: EXAMPLE_ID, mainLevel: 'county', reason: '施工图和施工许可均在寿光办理' },
});
