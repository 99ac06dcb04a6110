import { factName } from '#libs/contracts/define.js';
import type { FactData, FactType, Stream } from '#libs/contracts/define.js';
import {
  approvalEvents,
  assignmentEvents,
  caseEvents,
  preApprovalEvents,
  routingEvents,
} from '#libs/contracts/facts.js';
import type { Receiver } from '#libs/contracts/notify.js';
import { CASE_VARIABLES } from '../templates/variables.js';
import type { VariableName } from '../templates/variables.js';

/** What one fact says for its messages. */
interface Reading<N extends VariableName> {
  values: Record<N, string>;
  /** Agents whom the fact names. */
  agents?: Partial<Record<Receiver, string>>;
  /** Whose managers are meant. */
  institutionId?: string;
}

/** A fact about which messages can be sent. */
export interface AnnouncedEvent {
  name: string;
  variables: readonly VariableName[];
  read: (data: unknown) => Reading<VariableName>;
}

function event<S extends Stream, T extends FactType<S>, const N extends readonly VariableName[]>(
  stream: S,
  type: T,
  names: N,
  read: (data: FactData<S, T>) => Reading<N[number]>,
): AnnouncedEvent {
  const variables = [...CASE_VARIABLES, ...names];
  return { name: factName(stream.topic, type), variables, read: read as AnnouncedEvent['read'] };
}

/** `2026-11-23` → `2026年11月23日`. */
const day = (date: string): string => {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
};

const CLOCKS = {
  statutory: '法定办理时限',
  promised: '承诺办理时限',
  correction: '补正期限',
  deferral: '容缺补交期限',
  unit_duty: '单位申办期限',
  validity: '批文有效期',
};
const RESULTS = { granted: '准予', granted_with_deferral: '准予(容缺)', refused: '不予' };
const ENDINGS = { void: '作废', lapsed: '失效', returned: '退回' };

const remaining = (workdays: number): string => {
  if (workdays > 0) return `剩余${workdays}个工作日`;
  return workdays === 0 ? '今日到期' : `已超${-workdays}个工作日`;
};

const EVENTS_LIST: AnnouncedEvent[] = [
  event(caseEvents, 'applied', [], ({ firstInstitutionId }) => ({ values: {}, institutionId: firstInstitutionId })),
  event(caseEvents, 'activated', ['itemCount'], ({ itemCodes }) => ({
    values: { itemCount: String(itemCodes.length) },
  })),
  event(caseEvents, 'noticeIssued', ['noticeNumber'], ({ number }) => ({ values: { noticeNumber: number } })),
  event(caseEvents, 'mandateGranted', ['validTo'], ({ holderAgentId, validTo }) => ({
    values: { validTo: day(validTo) },
    agents: { mandate_holder: holderAgentId },
  })),
  event(caseEvents, 'closed', [], () => ({ values: {} })),
  event(routingEvents, 'transferProposed', ['institutionName'], ({ toInstitutionName, liaisonAgentId }) => ({
    values: { institutionName: toInstitutionName },
    agents: { liaison: liaisonAgentId },
  })),
  event(routingEvents, 'transferReminded', [], ({ liaisonAgentId }) => ({
    values: {},
    agents: { liaison: liaisonAgentId },
  })),
  event(routingEvents, 'transferReceived', ['institutionName'], ({ institutionName }) => ({
    values: { institutionName },
  })),
  event(routingEvents, 'contactAsked', [], ({ agentId }) => ({ values: {}, agents: { contact: agentId } })),
  event(assignmentEvents, 'assigned', ['agentName'], ({ agentId, agentName }) => ({
    values: { agentName },
    agents: { assignee: agentId },
  })),
  event(assignmentEvents, 'principalMissing', [], ({ institutionId }) => ({ values: {}, institutionId })),
  event(approvalEvents, 'accepted', ['itemName', 'acceptedOn'], ({ itemName, acceptedOn }) => ({
    values: { itemName, acceptedOn: day(acceptedOn) },
  })),
  event(
    approvalEvents,
    'correctionRequested',
    ['itemName', 'materialCount', 'dueOn'],
    ({ itemName, materials, dueOn }) => ({
      values: { itemName, materialCount: String(materials.length), dueOn: day(dueOn) },
    }),
  ),
  event(
    approvalEvents,
    'deadlineNear',
    ['itemName', 'clockName', 'dueOn', 'remaining'],
    ({ itemName, clock, dueOn, workdaysLeft }) => ({
      values: { itemName, clockName: CLOCKS[clock], dueOn: day(dueOn), remaining: remaining(workdaysLeft) },
    }),
  ),
  event(approvalEvents, 'decided', ['itemName', 'result'], ({ itemName, result }) => ({
    values: { itemName, result: RESULTS[result] },
  })),
  event(
    preApprovalEvents,
    'issued',
    ['itemName', 'documentNumber', 'validTo'],
    ({ itemName, documentNumber, validTo }) => ({
      values: { itemName, documentNumber, validTo: day(validTo) },
    }),
  ),
  event(preApprovalEvents, 'converted', ['itemName', 'documentNumber'], ({ itemName, documentNumber }) => ({
    values: { itemName, documentNumber },
  })),
  event(preApprovalEvents, 'ended', ['itemName', 'ending'], ({ itemName, how }) => ({
    values: { itemName, ending: ENDINGS[how] },
  })),
];

const EVENTS = new Map(EVENTS_LIST.map((known) => [known.name, known]));

/** What messages can say about a fact, by its name; undefined when nobody is told of it. */
export const eventOf = (name: string): AnnouncedEvent | undefined => EVENTS.get(name);
