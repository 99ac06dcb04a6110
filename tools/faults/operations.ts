import { answerFacts } from '#libs/contracts/approvals.js';
import { contactDirectly, editInstitution, getInstitution } from '#libs/contracts/agents.js';
import type { Operation, Output, RawInput } from '#libs/contracts/define.js';
import { createAccount } from '#libs/contracts/gateway.js';
import { changeSmsTemplate, listSmsTemplates } from '#libs/contracts/notify.js';
import { editProject, getProject, recordVisit, writeLedgerLine } from '#libs/contracts/projects.js';
import type { Cast, Role } from './cast.js';
import type { Random } from './random.js';

/** What a plan may read: the cast, and the platform by one request, which fails when there is no answer. */
export interface Source {
  cast: Cast;
  read<C extends Operation>(role: Role, contract: C, input: RawInput<C>): Promise<Output<C>>;
}

export interface Plan {
  input: Record<string, unknown>;
  version?: number;
}

/** A kind of request whose effect can be counted: the mark of the intent stands in exactly one place of its owner's data. */
export interface Kind {
  contract: Operation;
  role: Role;
  /** Out of the sum of all weights. */
  weight: number;
  /** The row that is made, by table and column of the mark; or the row that is changed, by table and audited field. */
  effect: { made: string; column: string } | { changed: string; column: string; field: string };
  /** Its rows are their own audit trail. */
  unaudited?: true;
  /** Names of the facts that one effect publishes, one of each. */
  facts: readonly string[];
  /** Always refused: it must leave no trace. */
  refused?: true;
  plan: (from: Source, mark: string, random: Random) => Promise<Plan> | Plan;
}

const visit = (caseId: string, visitedAt: string, place: string) => ({
  input: { caseId, visitedAt, place, metWith: '项目单位工作人员', result: '现场指导' },
});

/** At least one of every service; creating and versioned changing, with and without facts, refused ones, and one that sends SMS. */
export const KINDS: readonly Kind[] = [
  {
    contract: recordVisit,
    role: 'helper',
    weight: 40,
    effect: { made: 'projects.visit', column: 'place' },
    facts: ['case.visitRecorded'],
    plan: ({ cast }, mark, random) => visit(random.pick(cast.cases).id, cast.now, mark),
  },
  {
    contract: recordVisit,
    role: 'helper',
    weight: 5,
    effect: { made: 'projects.visit', column: 'place' },
    facts: ['case.visitRecorded'],
    refused: true,
    plan: ({ cast }, mark, random) => visit(random.pick(cast.cases).id, '2099-01-01T00:00:00Z', mark),
  },
  {
    contract: writeLedgerLine,
    role: 'guide',
    weight: 15,
    effect: { made: 'projects.ledger_entry', column: 'sentence' },
    unaudited: true,
    facts: [],
    plan: ({ cast }, mark, random) => ({ input: { caseId: random.pick(cast.cases).id, text: mark } }),
  },
  {
    contract: editProject,
    role: 'unit',
    weight: 10,
    effect: { changed: 'projects.project', column: 'land_use', field: 'landUse' },
    facts: ['project.changed'],
    plan: async ({ cast, read }, landUse) => {
      const [{ projectId }] = cast.cases;
      const { version } = await read('unit', getProject, { projectId });
      return { input: { projectId, landUse }, version };
    },
  },
  {
    contract: editInstitution,
    role: 'admin',
    weight: 10,
    effect: { changed: 'agents.institution', column: 'service_point', field: 'servicePoint' },
    facts: ['institution.established'],
    plan: async ({ cast, read }, servicePoint) => {
      const id = cast.institutionId;
      const { version } = await read('admin', getInstitution, { id });
      return { input: { id, servicePoint }, version };
    },
  },
  {
    contract: contactDirectly,
    role: 'guide',
    weight: 3,
    effect: { made: 'agents.direct_contact', column: 'note' },
    facts: ['routing.contactAsked'],
    plan: ({ cast }, note, random) => {
      const { id: caseId, itemCode } = random.pick(cast.cases);
      return { input: { caseId, itemCode, note } };
    },
  },
  {
    contract: answerFacts,
    role: 'guide',
    weight: 10,
    effect: { made: 'approvals.item_plan_version', column: 'reason' },
    facts: ['item-plan.made'],
    plan: ({ cast }, reason, random) => {
      const { id: caseId } = random.pick(cast.cases);
      return { input: { caseId, facts: { annual_energy_tce: 600 }, reason } };
    },
  },
  {
    contract: changeSmsTemplate,
    role: 'admin',
    weight: 5,
    effect: { changed: 'notify.sms_template', column: 'provider_template_id', field: 'providerTemplateId' },
    facts: [],
    plan: async ({ read }, providerTemplateId, random) => {
      const { items } = await read('admin', listSmsTemplates, {});
      const { id: templateId, version } = random.pick(items);
      return { input: { templateId, providerTemplateId }, version };
    },
  },
  {
    contract: createAccount,
    role: 'admin',
    weight: 2,
    effect: { made: 'gateway.account', column: 'username' },
    facts: [],
    plan: (_, username) => ({
      input: {
        username,
        password: `${username}-Xy7`,
        subject: { kind: 'department', departmentCode: 'SG-ZRJ', name: '审查员' },
      },
    }),
  },
];

/** Kinds by the name of their contract; a refused one is told by its own reply. */
export function kindOf(operation: string): Kind {
  const kind = KINDS.find(({ contract }) => contract.name === operation);
  if (!kind) throw new Error(`${operation} is not among the operations of the load`);
  return kind;
}
