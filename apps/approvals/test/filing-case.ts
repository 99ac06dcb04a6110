import { randomUUID } from 'node:crypto';
import { answerSituation, getChecklist } from '#libs/contracts/approvals/materials.js';
import { submitApproval } from '#libs/contracts/approvals/filings.js';
import { confirmRecord, recordCompletion } from '#libs/contracts/approvals/records.js';
import { acceptApproval, decideApproval } from '#libs/contracts/approvals/reviews.js';
import type { RawInput } from '#libs/contracts/define.js';
import { Fail, sentence } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import { advanceApprovalsTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { readReference } from '#libs/reference/reference.js';
import type { Operations } from '#libs/testing/operations.js';
import { anAppliedCase } from './sample-case.js';
import type { SampleCase } from './sample-case.js';

export const at = (day: string): { now: string } => ({ now: `${day}T09:00:00+08:00` });

export function department(code: string, kind: 'department' | 'system' = 'department'): Principal {
  const roles: Principal['roles'] = [kind === 'system' ? 'system' : 'reviewer'];
  return { ...PLATFORM, accountId: randomUUID(), kind, name: `${code}审批人员`, roles, departmentCode: code };
}

/** 寿光's bodies of SP025. */
export const ZRJ = department('SG-ZRJ');
export const SPJ = department('SG-SPJ');
export const ZJJ = department('SG-ZJJ');
export const GDB = department('SG-GDB');

type Options = Parameters<typeof anAppliedCase>[1];

/** Applied for, signed by both, active; the helper holds a mandate for everything. */
export async function anActiveCase(app: Operations, options?: Options): Promise<SampleCase> {
  const made = await anAppliedCase(app, options);
  const { caseId, helper } = made;
  const agreementId = randomUUID();
  for (const by of ['institution', 'unit'] as const) {
    await app.fact(caseEvents, 'agreementSigned', { caseId, agreementId, by, version: 1 });
  }
  const itemCodes = options?.entrusted ?? readReference('data').items.map(({ code }) => code);
  await app.fact(caseEvents, 'activated', { caseId, agreementId, itemCodes });
  await grantMandate(app, { caseId, holderAgentId: helper.agentId ?? '' });
  return made;
}

interface Mandate {
  caseId: string;
  holderAgentId: string;
  itemCodes?: string[] | null;
  validTo?: string;
}

export const grantMandate = (
  app: Operations,
  { itemCodes = null, validTo = '2028-12-31', ...rest }: Mandate,
): Promise<void> =>
  app.fact(caseEvents, 'mandateGranted', {
    mandateId: randomUUID(),
    itemCodes,
    validFrom: '2026-01-01',
    validTo,
    ...rest,
  });

interface Filed {
  by?: Principal;
  day?: string;
  works?: string;
}

/** What an item asks for once every situation was answered with no. */
export async function checklistOf(
  app: Operations,
  sample: SampleCase,
  itemCode: string,
  { day = '2026-11-23', works }: Filed = {},
) {
  const { caseId, unit } = sample;
  const read = () => app.run(getChecklist, { caseId, itemCode, works }, unit, at(day));
  for (const { origin } of (await read()).materials) {
    if (origin.kind !== 'ask_situation') continue;
    await app.run(answerSituation, { caseId, situation: origin.situation, applies: false }, unit, at(day));
  }
  return (await read()).materials;
}

/** Submits an item with everything that is asked of the unit. */
export async function submitted(app: Operations, sample: SampleCase, itemCode: string, filed: Filed = {}) {
  const { caseId, unit } = sample;
  const { by = unit, day = '2026-11-23', works } = filed;
  const materials = await checklistOf(app, sample, itemCode, filed);
  const asked = materials.filter(({ origin, gap }) => gap !== null && origin.kind !== 'from_item');
  const given = asked.map(({ code }) => ({ materialCode: code, documentId: randomUUID() }));
  return await app.run(
    submitApproval,
    { caseId, itemCode, works, handlingMode: '零跑腿', materials: given },
    by,
    at(day),
  );
}

export async function accepted(
  app: Operations,
  sample: SampleCase,
  itemCode: string,
  filed: Filed & { body: Principal },
) {
  const { id } = await submitted(app, sample, itemCode, filed);
  return await app.run(acceptApproval, { id }, filed.body, at(filed.day ?? '2026-11-23'));
}

export async function granted(
  app: Operations,
  sample: SampleCase,
  itemCode: string,
  filed: Filed & { body: Principal },
) {
  const { id } = await accepted(app, sample, itemCode, filed);
  const decidedOn = filed.day ?? '2026-11-23';
  const decision = { id, result: 'granted', decidedOn, documentNumber: `${itemCode}〔2026〕1号` } as const;
  return await app.run(decideApproval, decision, filed.body, at(decidedOn));
}

type Completed = Omit<RawInput<typeof recordCompletion>, 'caseId' | 'itemCode' | 'fileId' | 'completedOn'> & {
  day?: string;
  confirmedBy?: Principal;
};

/** Records the work of an intermediary or a trading node, and has it confirmed where a body stands behind it. */
export async function completed(app: Operations, sample: SampleCase, itemCode: string, given: Completed = {}) {
  const { day = '2026-11-23', confirmedBy, ...rest } = given;
  const record = { caseId: sample.caseId, itemCode, completedOn: day, fileId: randomUUID(), ...rest };
  const approval = await app.run(recordCompletion, record, sample.helper, at(day));
  return confirmedBy ? await app.run(confirmRecord, { id: approval.id }, confirmedBy, at(day)) : approval;
}

export const advance = (app: Operations, day: string): Promise<{ fired: number }> =>
  app.run(advanceApprovalsTime, { clock: 'business', to: at(day).now }, PLATFORM, at(day));

/** The code and the Chinese sentence with which something is refused. */
export async function refusal(attempt: Promise<unknown>): Promise<{ code: string; zh: string }> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Fail) return { code: error.code, zh: sentence(error.code, error.params, 'zh') };
    throw error;
  }
  throw new Error('it was not refused');
}
