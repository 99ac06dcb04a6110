import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Field } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { agentClasses, agentSources, helperStages, people, policyDomains, trades } from '../../texts/people.js';
import { optionsOf } from '../../texts/words.js';
import { ItemsPicker } from './pickers.js';
import type { Agent } from './people.js';

/** What is entered of an agent, in the order of the form. */
export const AGENT_FIELDS = [
  'name',
  'classes',
  'classesReason',
  'workPhone',
  'mobile',
  'orderNumber',
  'source',
  'contractEndsOn',
  'homeUnit',
  'fullTime',
  'specialties',
  'helperStages',
  'itemCodes',
  'policyDomains',
  'capacity',
  'baseCoursePassedOn',
] as const;
export type AgentField = (typeof AGENT_FIELDS)[number];
export type AgentValues = Pick<Agent, AgentField>;

export const NULLABLE: readonly AgentField[] = ['classesReason', 'contractEndsOn', 'homeUnit', 'baseCoursePassedOn'];
const OPTIONAL: readonly AgentField[] = [...NULLABLE, 'specialties', 'helperStages', 'itemCodes', 'policyDomains'];

/** An empty optional text says that there is none. */
export const filled = (values: AgentValues): AgentValues => ({
  ...values,
  ...Object.fromEntries(NULLABLE.map((field) => [field, values[field] === '' ? null : (values[field] ?? null)])),
});

const LABELS: Record<AgentField, () => string> = {
  name: () => people.name,
  classes: () => people.classes,
  classesReason: () => people.classesReason,
  workPhone: () => people.workPhone,
  mobile: () => people.mobile,
  orderNumber: () => people.orderNumber,
  source: () => people.source,
  contractEndsOn: () => people.contractEndsOn,
  homeUnit: () => people.homeUnit,
  fullTime: () => people.fullTime,
  specialties: () => people.specialties,
  helperStages: () => people.stages,
  itemCodes: () => people.items,
  policyDomains: () => people.domains,
  capacity: () => people.capacity,
  baseCoursePassedOn: () => people.baseCourse,
};
export const labelOf = (field: AgentField): string => LABELS[field]();

const words = <T extends Record<string, string>>(of: T) => <Select mode="tags" options={optionsOf(of)} />;
const several = <T extends Record<string, string>>(of: T) => <Select mode="multiple" options={optionsOf(of)} />;

function control(field: AgentField): ReactNode {
  switch (field) {
    case 'classes':
      return several(agentClasses);
    case 'helperStages':
      return several(helperStages);
    case 'specialties':
      return words(trades);
    case 'policyDomains':
      return words(policyDomains);
    case 'itemCodes':
      return <ItemsPicker />;
    case 'source':
      return <Select options={optionsOf(agentSources)} />;
    case 'contractEndsOn':
    case 'baseCoursePassedOn':
      return <DateField />;
    case 'fullTime':
      return <Checkbox>{people.fullTime}</Checkbox>;
    case 'capacity':
      return <InputNumber min={1} max={100} />;
    default:
      return <Input maxLength={field === 'classesReason' ? 200 : 100} />;
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const WHEN: Partial<Record<AgentField, NonNullable<Field['when']>>> = {
  classesReason: ({ classes }) => listOf(classes).length > 1,
  contractEndsOn: ({ source }) => source !== 'established_post',
  helperStages: ({ classes }) => listOf(classes).includes('helper'),
  itemCodes: ({ classes }) => listOf(classes).includes('helper'),
  specialties: ({ classes }) => listOf(classes).includes('guide'),
  policyDomains: ({ classes }) => listOf(classes).includes('policy_adviser'),
};
const HINTS: Partial<Record<AgentField, () => string>> = {
  baseCoursePassedOn: () => people.baseCourseHint,
  itemCodes: () => people.allItems,
};

/** The fields of the appointment; what does not apply to the classes and the source chosen is not asked. */
export const agentFields = (): Field[] =>
  AGENT_FIELDS.map((name): Field => {
    const when = WHEN[name];
    return {
      name,
      label: name === 'fullTime' ? '' : labelOf(name),
      control: control(name),
      required: !OPTIONAL.includes(name) && name !== 'fullTime',
      day: name === 'contractEndsOn' || name === 'baseCoursePassedOn',
      flag: name === 'fullTime',
      hint: HINTS[name]?.(),
      ...(when ? { when } : {}),
    };
  });

/** A value as people read it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => shown(each)).join('、') || people.none;
  if (typeof value === 'boolean') return value ? people.fullTime : people.none;
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : people.none;
  const known: Readonly<Record<string, string>> = { ...agentClasses, ...agentSources };
  return known[value] ?? value;
}
