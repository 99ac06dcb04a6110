import { z } from 'zod';
import { command, query } from '../define.js';
import { AGENT_CLASSES } from '../facts.js';
import {
  Id,
  ItemCode,
  Mobile,
  Paging,
  Phone,
  PlainDate,
  QueryFlag,
  RegionId,
  Text,
  Version,
  pageOf,
} from '../values.js';
import { EXAMPLE_ID } from './example.js';

/** Nine trades of guides (R18), extensible: any other word is accepted too. */
export const TRADES = ['工业', '仓储', '居住', '商业', '市政', '教育', '医疗', '城镇老旧小区改造', '城市更新'] as const;
/** The four stages a helper is qualified for (R20). */
export const QUALIFYING_STAGES = ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收'] as const;
/** Domains of policy advisers (R21), extensible. */
export const POLICY_DOMAINS = ['建厂生产', '盖楼销售', '小区改造'] as const;
/** 在编、政府购买服务、选派锻炼 (R17). */
export const AGENT_SOURCES = ['established_post', 'purchased_service', 'secondment'] as const;

/** What is entered of an agent; a work phone is public, a mobile never is (R24). */
const fields = {
  name: Text(40),
  classes: z.array(z.enum(AGENT_CLASSES)).min(1).max(5),
  /** Why one person holds several classes (R15). */
  classesReason: Text(200).nullable(),
  source: z.enum(AGENT_SOURCES),
  /** Last day of the contract or secondment. */
  contractEndsOn: PlainDate.nullable(),
  /** 专职. */
  fullTime: z.boolean(),
  homeUnit: Text(100).nullable(),
  specialties: z.array(Text(20)).max(20),
  helperStages: z.array(z.enum(QUALIFYING_STAGES)).max(4),
  /** Empty = every item of the stages. */
  itemCodes: z.array(ItemCode).max(100),
  policyDomains: z.array(Text(20)).max(20),
  orderNumber: Text(60),
  workPhone: Phone,
  mobile: Mobile,
  /** Cases one person can look after at a time. */
  capacity: z.int().min(1).max(100),
  /** R23: without it no case is assigned. */
  baseCoursePassedOn: PlainDate.nullable(),
};

const Leave = z.object({ id: Id, from: PlainDate, to: PlainDate, substituteId: Id.nullable(), reason: z.string() });

export const Agent = z
  .object({
    id: Id,
    version: Version,
    institutionId: Id,
    institutionName: z.string(),
    regionId: RegionId,
    name: z.string(),
    classes: z.array(z.enum(AGENT_CLASSES)),
    classesReason: z.string().nullable(),
    source: z.enum(AGENT_SOURCES),
    contractEndsOn: PlainDate.nullable(),
    fullTime: z.boolean(),
    homeUnit: z.string().nullable(),
    specialties: z.array(z.string()),
    helperStages: z.array(z.enum(QUALIFYING_STAGES)),
    itemCodes: z.array(ItemCode),
    policyDomains: z.array(z.string()),
    orderNumber: z.string(),
    workPhone: z.string(),
    /** In full for administrators, managers and the agent; `199****0037` for everybody else. */
    mobile: z.string(),
    capacity: z.int(),
    /** Open assignments now. */
    load: z.int(),
    baseCoursePassedOn: PlainDate.nullable(),
    from: PlainDate,
    to: PlainDate.nullable(),
    /** Leave that is not over yet. */
    leaves: z.array(Leave),
    /** What this reader may do now. */
    actions: z.array(z.string()),
  })
  .meta({ id: 'Agent' });
export type Agent = z.infer<typeof Agent>;

export const appointAgent = command('agents.appoint-agent', {
  http: ['POST', '/agents'],
  key: 'new',
  permission: 'agent:manage',
  title: ['聘任帮代办人员', 'Appoint an agent'],
  input: z.object({
    institutionId: Id,
    ...fields,
    classesReason: fields.classesReason.default(null),
    contractEndsOn: fields.contractEndsOn.default(null),
    fullTime: fields.fullTime.default(true),
    homeUnit: fields.homeUnit.default(null),
    specialties: fields.specialties.default([]),
    helperStages: fields.helperStages.default([]),
    itemCodes: fields.itemCodes.default([]),
    policyDomains: fields.policyDomains.default([]),
    capacity: fields.capacity.default(10),
    baseCoursePassedOn: fields.baseCoursePassedOn.default(null),
  }),
  output: Agent,
  errors: [
    'not_found',
    'not_your_institution',
    'institution_ended',
    'classes_need_reason',
    'contract_end_needed',
    'item_unknown',
  ],
  example: {
    institutionId: EXAMPLE_ID,
    name: '王明',
    classes: ['helper'],
    source: 'established_post',
    helperStages: ['立项用地规划许可'],
    orderNumber: '寿帮代办〔2026〕3号',
    workPhone: '0536-5100011',
    mobile: '19900000011',
    baseCoursePassedOn: '2026-01-09',
  },
});

export const editAgent = command('agents.edit-agent', {
  http: ['PATCH', '/agents/:id'],
  key: 'id',
  ifMatch: true,
  permission: 'agent:manage',
  title: ['修改帮代办人员', 'Edit an agent'],
  input: z.object({ id: Id, ...z.object(fields).partial().shape }),
  output: Agent,
  errors: [
    'not_found',
    'not_your_institution',
    'agent_not_active',
    'classes_need_reason',
    'contract_end_needed',
    'item_unknown',
  ],
  example: { id: EXAMPLE_ID, workPhone: '0536-5100012' },
});

export const endAgent = command('agents.end-agent', {
  http: ['POST', '/agents/:id/ending'],
  key: 'id',
  ifMatch: true,
  permission: 'agent:manage',
  title: ['解除聘任(须先交接在办项目和首席职务)', 'End an appointment'],
  input: z.object({ id: Id }),
  output: Agent,
  errors: ['not_found', 'not_your_institution', 'agent_not_active', 'agent_has_open_work', 'agent_in_office'],
  example: { id: EXAMPLE_ID },
});

export const recordLeave = command('agents.record-leave', {
  http: ['POST', '/agents/:agentId/leaves'],
  key: 'agentId',
  permission: 'leave:record',
  title: ['登记请假和替班人员', 'Record a leave and its substitute'],
  input: z.object({ agentId: Id, from: PlainDate, to: PlainDate, substituteId: Id.nullable(), reason: Text(200) }),
  output: Agent,
  errors: [
    'not_found',
    'not_your_institution',
    'agent_not_active',
    'leave_dates_wrong',
    'leave_overlaps',
    'substitute_wrong',
  ],
  example: { agentId: EXAMPLE_ID, from: '2026-11-24', to: '2026-11-26', substituteId: null, reason: '年休假' },
});

export const listAgents = query('agents.list-agents', {
  http: ['GET', '/agents'],
  permission: 'agent:read',
  title: ['帮代办人员列表', 'Agents'],
  input: z.object({
    institutionId: Id.optional(),
    regionId: RegionId.optional(),
    class: z.enum(AGENT_CLASSES).optional(),
    specialty: Text(20).optional(),
    stage: z.enum(QUALIFYING_STAGES).optional(),
    itemCode: ItemCode.optional(),
    policyDomain: Text(20).optional(),
    /** Name, order number, or the word of a class: 宣传员 finds 宣讲员 (R15). */
    q: Text(40).optional(),
    /** `false` lists those who have left, too. */
    active: QueryFlag.optional(),
    ...Paging,
  }),
  output: pageOf(Agent),
  errors: [],
  example: { class: 'guide', specialty: '医疗' },
});

export const getAgent = query('agents.get-agent', {
  http: ['GET', '/agents/:id'],
  permission: 'agent:read',
  title: ['帮代办人员', 'One agent'],
  input: z.object({ id: Id }),
  output: Agent,
  errors: ['not_found'],
  example: { id: EXAMPLE_ID },
});

/** For notify, at the moment it sends: facts carry no phone numbers. Ids that are not known are left out. */
export const agentContacts = query('agents.agent-contacts', {
  http: null,
  permission: 'internal',
  title: ['人员联系方式(内部)', 'Contacts of agents, for notify'],
  input: z.object({ agentIds: z.array(Id).min(1).max(200) }),
  output: z.object({ items: z.array(z.object({ agentId: Id, name: z.string(), mobile: Mobile })) }),
  errors: [],
  example: { agentIds: [EXAMPLE_ID] },
});
