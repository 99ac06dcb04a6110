import type { Filings, Ground } from '../ground.js';
import { messagingMetric } from '../report.js';
import type { Metric } from '../report.js';
import { ok, resultOf } from '../rounds.js';
import type { Pace, Result } from '../rounds.js';
import type { Filing } from '../template.js';
import { decisionShot, readShot, shotsFor } from './operations.js';

const SIZES = [1e3, 1e4, 1e5, 1e6];
const CALLERS = 64;

/** Rows $1 … $2 of each table that grows for ever: decided approvals of other cases, and what is kept of old commands. */
const FILL = [
  `INSERT INTO approvals.approval (id, version, number, case_id, item_code, item_name, legal_body, handling_body,
     applicant_unit_id, applicant_name, notify_and_commit, state, result, source, decided_on, limits)
   SELECT bench.clone_id(a.id, -n), 3, 'G-' || n, bench.clone_id(a.case_id, -n), item_code, item_name, legal_body,
     handling_body, applicant_unit_id, applicant_name, false, 'decided', 'granted', 'platform', current_date, limits
   FROM (SELECT * FROM approvals.approval WHERE state = 'decided' LIMIT 1) a, generate_series($1::int, $2) n`,
  `INSERT INTO approvals.command_answer (id, operation, account_id, body_hash, business_time, answer)
   SELECT gen_random_uuid(), operation, account_id, body_hash, business_time, answer
   FROM (SELECT * FROM approvals.command_answer WHERE operation = 'approvals.accept-approval' LIMIT 1) c, generate_series($1::int, $2)`,
  `INSERT INTO approvals.outbox (event_id, topic, key, value, published_at)
   SELECT gen_random_uuid(), topic, key, value, now()
   FROM (SELECT * FROM approvals.outbox WHERE published_at IS NOT NULL LIMIT 1) o, generate_series($1::int, $2)`,
  `INSERT INTO approvals.audit_record
     (business_time, message_id, operation, account_id, actor, ip, correlation_id, entity, entity_id, before, after)
   SELECT business_time, gen_random_uuid(), operation, account_id, actor, ip, correlation_id, entity, gen_random_uuid(), before, after
   FROM (SELECT * FROM approvals.audit_record WHERE entity = 'approval' LIMIT 1) r, generate_series($1::int, $2)`,
];

/** `growth.*`: commands and queries at 64 with ever more rows in approval, command_answer, outbox and audit_record, beside a thousand. */
export async function growth(ground: Ground, filings: Filings, pace: Pace): Promise<Metric[]> {
  const metrics: Metric[] = [];
  const least: Partial<Record<'command' | 'query', number>> = {};
  let filled = 0;
  for (const size of SIZES) {
    for (const fill of FILL) await ground.database.query(fill, [filled + 1, size]);
    filled = size;
    const found = await filings.clones.add(shotsFor(filings, CALLERS, pace.warmUp + pace.rounds * pace.seconds));
    for (const name of ['command', 'query'] as const) {
      const { throughput } = await load(ground, filings, { name, found, pace });
      least[name] ??= throughput;
      const metric = `growth.${name}@1e${Math.log10(size)}`;
      metrics.push(messagingMetric({ metric, value: throughput, unit: '/s', beside: least[name], better: 'higher' }));
    }
  }
  return metrics;
}

interface Loaded {
  name: 'command' | 'query';
  found: Filing[];
  pace: Pace;
}

async function load({ driver, platform }: Ground, filings: Filings, { name, found, pace }: Loaded): Promise<Result> {
  let shots = found.map((one) => (name === 'command' ? decisionShot : readShot)(filings, one));
  const again = name === 'query';
  const rounds = [];
  for (const seconds of [pace.warmUp, ...Array.from({ length: pace.rounds }, () => pace.seconds)]) {
    const job = { urls: [platform.url], connections: CALLERS, seconds, shots, again, rate: null };
    const round = await ok(driver.run(job));
    if (!again) shots = shots.slice(round.answered);
    rounds.push(round);
  }
  return resultOf(rounds.slice(1));
}
