import { z } from 'zod';
import { query } from '../define.js';
import { Id, PlainDate, Text, listOf } from '../values.js';
import { CaseSummary } from './case-views.js';

const Cases = z.int().min(0);

/**
 * Each a number of cases the reader may see, and each a list: `list-cases` has them by the filters named here, with
 * `state` applied, active and closing where no other is named.
 */
const Counters = z.object({
  /** `state=draft` */
  drafts: Cases,
  /** `state=applied` */
  applied: Cases,
  /** `state=closing` */
  closing: Cases,
  /** `unassigned=true` */
  unassigned: Cases,
  /** `mine=true` */
  mine: Cases,
  /** `light=red`, and so on */
  red: Cases,
  orange: Cases,
  yellow: Cases,
  /** `waiting=answer` */
  openConsultations: Cases,
  /** `waiting=correction` */
  corrections: Cases,
  /** `waiting=call_back` */
  callBacksDue: Cases,
});

const Reminder = z.object({
  kind: z.enum(['call_back', 'item', 'correction', 'opinions', 'mandate']),
  caseId: Id,
  number: z.string(),
  projectName: z.string(),
  text: z.string(),
  dueOn: PlainDate,
  /** red: past or today; gold: within a week; blue: within a month. */
  age: z.enum(['red', 'gold', 'blue']),
});

/** An agent's own cases and call-backs, a unit's cases, the items and opinions that wait for a department. */
export const Workbench = z
  .object({ counters: Counters, reminders: z.array(Reminder), cases: z.array(CaseSummary) })
  .meta({ id: 'Workbench' });

export const getWorkbench = query('projects.get-workbench', {
  http: ['GET', '/workbench'],
  permission: 'case:read',
  title: ['工作台', 'Workbench'],
  input: z.object({}),
  output: Workbench,
  errors: [],
  example: {},
});

const Hit = z
  .object({
    kind: z.enum(['case', 'project', 'unit', 'item']),
    id: z.string(),
    /** null for a project without a case that the reader may see. */
    caseId: Id.nullable(),
    title: z.string(),
    subtitle: z.string(),
  })
  .meta({ id: 'SearchHit' });

/** At most five of each kind, the newest cases first; `id` of an item is its code. */
export const search = query('projects.search', {
  http: ['GET', '/search'],
  permission: 'case:read',
  title: ['全局搜索', 'Search cases, projects, units and items'],
  input: z.object({ q: Text(100).min(2, '请至少输入2个字') }),
  output: listOf(Hit),
  errors: [],
  example: { q: '种业' },
});
