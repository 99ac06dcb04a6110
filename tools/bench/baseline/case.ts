import type pg from 'pg';
import type { Approval } from '#apps/approvals/src/filings/approval.entity.js';
import { standingOf } from '#apps/approvals/src/filings/prerequisites.js';
import type { OwnItem, Standing } from '#apps/approvals/src/filings/prerequisites.js';
import type { Deferral } from '#apps/approvals/src/filings/deferral.entity.js';
import type { PlanLine } from '#apps/approvals/src/item-plans/lines.js';
import { checklist } from '#apps/approvals/src/materials/checklist.js';
import type { ChecklistEntry } from '#apps/approvals/src/materials/checklist.js';
import type { Times } from '#apps/approvals/src/clocks/filing-clocks.js';
import { prepared } from './database.js';
import type { Reference } from './reference.js';

type Filing = Pick<Approval, 'itemCode' | 'works' | 'state' | 'result' | 'claim' | 'source'>;

/** What a decision and a view must know beside the approval itself. */
export interface CaseFacts extends Times {
  lines: PlanLine[];
  filings: Filing[];
  preApprovals: { itemCode: string; works: string | null }[];
  milestones: string[];
  situations: Record<string, boolean>;
  supplied: string[];
  deferrals: Deferral[];
}

const list = (select: string, from: string): string =>
  `coalesce((SELECT json_agg(${select}) FROM ${from}), '[]'::json)`;

/** Everything in one round trip: $1 case, $2 approval, $3 works. */
const FACTS = prepared(
  'case-facts',
  `SELECT
     (SELECT v.lines FROM item_plan p JOIN item_plan_version v ON v.case_id = p.id AND v.revision = p.revision
       WHERE p.id = $1) AS lines,
     ${list(`json_build_object('itemCode', item_code, 'works', works, 'state', state, 'result', result, 'claim', claim, 'source', source)`, 'approval WHERE case_id = $1')} AS filings,
     ${list(`json_build_object('itemCode', item_code, 'works', works)`, `pre_approval WHERE case_id = $1 AND state = 'issued'`)} AS "preApprovals",
     ${list('code', 'milestone WHERE case_id = $1')} AS milestones,
     coalesce((SELECT json_object_agg(name, applies) FROM situation WHERE case_id = $1), '{}'::json) AS situations,
     ${list('material_code', 'material_supply WHERE case_id = $1 AND (works IS NULL OR works = $3)')} AS supplied,
     ${list(`json_build_object('materialCode', material_code, 'materialName', material_name, 'promisedOn', promised_on, 'withinWorkdays', within_workdays, 'dueOn', due_on, 'suppliedOn', supplied_on) ORDER BY material_code`, 'deferral WHERE approval_id = $2')} AS deferrals,
     ${list(`json_build_object('kind', kind, 'cause', cause, 'from', "from", 'to', "to", 'approver', approver, 'stopsStatutory', stops_statutory, 'noticeWorkdays', notice_workdays, 'dueOn', due_on, 'materials', materials) ORDER BY "from"`, 'approval_span WHERE approval_id = $2')} AS spans,
     ${list(`json_build_object('days', days, 'reason', reason, 'approver', approver, 'on', "on")`, 'approval_extension WHERE approval_id = $2')} AS extensions`,
);

export async function factsOf(
  database: pg.Pool | pg.PoolClient,
  { caseId, id, works }: Pick<Approval, 'caseId' | 'id' | 'works'>,
): Promise<CaseFacts> {
  const { rows } = await database.query<CaseFacts>(FACTS(caseId, id, works));
  const [facts] = rows;
  if (!facts) throw new Error('a select without a row');
  return facts;
}

/** How far every needed item has come (R8). */
export function ownSetOf({ lines, filings, preApprovals, milestones }: CaseFacts): OwnItem[] {
  return lines
    .filter(({ need }) => need === 'needed')
    .flatMap(({ itemCode: code, entrusted }) => {
      const mine = filings.filter(({ itemCode }) => itemCode === code);
      const pre = preApprovals.filter(({ itemCode }) => itemCode === code);
      const works = new Set([...mine, ...pre].map((one) => one.works));
      const reached = code === 'X0' || milestones.includes(code);
      return [...(works.size > 0 ? works : [null])].map((one): OwnItem => {
        const ofWorks = mine.filter((each) => each.works === one);
        const standing = best(
          ofWorks,
          pre.some((each) => each.works === one),
        );
        return { code, works: one, entrusted, standing: reached ? 'decided' : standing };
      });
    });
}

function best(filings: readonly Filing[], preApproved: boolean): Standing {
  const standings = filings.map((filing): Standing => {
    const standing = standingOf(filing, preApproved);
    return standing === 'decided' && filing.source === 'back_filled' ? 'back_filled' : standing;
  });
  const found = (['decided', 'back_filled', 'to_be_verified'] as const).find((each) => standings.includes(each));
  return found ?? (preApproved ? 'pre_approved' : 'open');
}

/** The materials of the approval's item as they stand. */
export function materialsOf(
  { items, materials }: Reference,
  { itemCode: item, works }: Pick<Approval, 'itemCode' | 'works'>,
  facts: CaseFacts,
): ChecklistEntry[] {
  const ownSet = ownSetOf(facts);
  const parts = [...items.values()].filter(({ partOf }) => partOf === item).map(({ code }) => code);
  const codes = new Set([...ownSet.map(({ code }) => code), item, ...parts]);
  return checklist(
    { item, parts, works, use: 'formal' },
    {
      materials: materials.filter(({ itemCode }) => codes.has(itemCode)),
      ownSet,
      situations: new Map(Object.entries(facts.situations)),
      supplied: new Set(facts.supplied),
    },
  );
}
