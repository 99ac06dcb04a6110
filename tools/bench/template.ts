import { randomUUID } from 'node:crypto';
import { acceptApproval, answerSituation, getChecklist, submitApproval } from '#libs/contracts/approvals.js';
import type { FactData, FactType, Stream } from '#libs/contracts/define.js';
import { caseEvents, unitEvents } from '#libs/contracts/facts.js';
import { PLATFORM, actorOf } from '#libs/identity/principal.js';
import type { Client } from '#libs/client/client.js';
import { factValue } from '#libs/messaging/context.js';
import { PARTITIONER, connectKafka } from '#libs/messaging/kafka.js';
import type { Platform } from '../platform/platform.js';
import { withClient } from '../platform/sql.js';
import { Stage } from '../demo/stage.js';
import { benchProject } from './project.js';

/** Items of the template that are accepted and wait for their decision: nothing stands in their way. */
export const ITEMS = ['A10', 'A11', 'C06', 'M02', 'M04'] as const;
/** What was decided before: 立项, 规划条件, 出让, 工程规划许可. */
const DECIDED = ['A01', 'A05', 'A09', 'B02'];

/** An approval that waits for its decision, with the body that decides. */
export interface Filing {
  id: string;
  body: string;
}

export interface Template {
  caseId: string;
  filings: Filing[];
}

type Tell = <S extends Stream, T extends FactType<S>>(stream: S, type: T, data: FactData<S, T>) => Promise<void>;

/**
 * One real case in the approvals service, of which all others are copies: SP025, active, everything entrusted. Its facts
 * are told over Kafka as their owner would tell them; its approvals are submitted and accepted through the API.
 */
export async function makeTemplate(platform: Platform): Promise<Template> {
  const stage = new Stage(platform.url, true);
  const { caseId, unitId } = await tellCase(platform);
  const unit = await stage.account('u-bench', { kind: 'unit', unitId });
  await decideBefore(platform, caseId);
  const filings: Filing[] = [];
  for (const itemCode of ITEMS) {
    const { id, handlingBody } = await submit(unit, caseId, itemCode);
    const body = handlingBody ?? '';
    await (await stage.reviewer(body)).call(acceptApproval, { id });
    filings.push({ id, body });
  }
  return { caseId, filings };
}

async function tellCase(platform: Platform): Promise<{ caseId: string; unitId: string }> {
  const project = benchProject();
  const { unitId, unitName: name, uscc } = project;
  const [caseId, agreementId] = [randomUUID(), randomUUID()];
  const appliedAt = new Date().toISOString();
  const about = { caseId, number: 'BDB-BENCH', project, firstInstitutionId: randomUUID(), entrusted: null, appliedAt };
  await telling(platform, async (tell) => {
    await tell(unitEvents, 'registered', { unitId, name, uscc });
    await tell(caseEvents, 'applied', about);
    await tell(caseEvents, 'agreementSigned', { caseId, agreementId, by: 'institution', version: 1 });
    await tell(caseEvents, 'agreementSigned', { caseId, agreementId, by: 'unit', version: 1 });
    await tell(caseEvents, 'activated', { caseId, agreementId, itemCodes: [...ITEMS] });
  });
  return { caseId, unitId };
}

async function telling({ brokers, topicPrefix }: Platform, task: (tell: Tell) => Promise<void>): Promise<void> {
  const producer = connectKafka({ brokers, clientId: 'bench' }).producer({ createPartitioner: PARTITIONER });
  await producer.connect();
  try {
    await task(async (stream, type, data) => {
      const stamp = { id: randomUUID(), time: new Date(), actor: actorOf(PLATFORM), correlationId: 'bench' };
      const value = factValue(stream, type, data, stamp);
      const messages = [{ key: value.subject, value: JSON.stringify(value), headers: { id: stamp.id } }];
      await producer.send({ topic: `${topicPrefix}${stream.topic}`, acks: -1, messages });
    });
  } finally {
    await producer.disconnect();
  }
}

/** Rows as they would stand had their bodies decided long ago; nobody reads how they came about. */
const decideBefore = (platform: Platform, caseId: string): Promise<void> =>
  withClient(databaseOf(platform), async (client) => {
    await client.query(
      `INSERT INTO approvals.approval (id, version, number, case_id, item_code, item_name, applicant_unit_id, applicant_name,
         notify_and_commit, state, result, source, decided_on, limits)
       SELECT gen_random_uuid(), 3, 'BENCH-' || code, $1, code, code, gen_random_uuid(), '项目单位',
         false, 'decided', 'granted', 'platform', current_date, '{}' FROM unnest($2::text[]) AS code`,
      [caseId, DECIDED],
    );
  });

/** The migrator's URL; the benchmarks bring their own servers. */
export function databaseOf({ databaseUrl }: Platform): string {
  if (databaseUrl === null) throw new Error('the benchmarks need the migrator of the database');
  return databaseUrl;
}

/** With everything the checklist asks of the unit; every situation is answered with no. */
async function submit(unit: Client, caseId: string, itemCode: string) {
  const ask = () => unit.call(getChecklist, { caseId, itemCode });
  for (const { origin } of (await ask()).materials) {
    if (origin.kind !== 'ask_situation') continue;
    await unit.call(answerSituation, { caseId, situation: origin.situation, applies: false });
  }
  const { materials } = await ask();
  const asked = materials.filter(({ origin, gap }) => gap !== null && origin.kind !== 'from_item');
  const given = asked.map(({ code }) => ({ materialCode: code, documentId: randomUUID() }));
  return await unit.call(submitApproval, { caseId, itemCode, handlingMode: '零跑腿', materials: given });
}
