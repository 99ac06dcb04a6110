import { Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getBlockers, getItemPlan, listApprovals } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { items as words } from '../../texts/case-items.js';
import { needs } from '../../texts/words.js';
import type { CaseTab } from './case-page.js';
import { groupByStage, itemRows, matching } from './item-rows.js';
import type { ItemRow, Need } from './item-rows.js';
import { ItemLine } from './item-line.js';
import { PlanHead } from './plan-head.js';

/** 事项: what is needed, what is still to be checked and what is not needed, stage by stage; each says who has it. */
export function ItemsTab({ of }: CaseTab): ReactNode {
  const plan = useAsk(getItemPlan, of.planVersion === null ? null : { caseId: of.id });
  const blockers = useAsk(getBlockers, of.planVersion === null ? null : { caseId: of.id }).data?.items ?? [];
  const records = useAsk(listApprovals, { caseId: of.id, pageSize: 200 }).data?.items ?? [];
  if (of.planVersion === null) return <p className="soft">{words.none}</p>;
  return (
    <Answer of={plan}>
      {(found) => (
        <>
          <PlanHead of={of} plan={found} />
          <Rows of={of} rows={itemRows({ of, plan: found, blockers, records })} />
        </>
      )}
    </Answer>
  );
}

type Shown = Need | 'all';

function Rows({ of, rows }: CaseTab & { rows: ItemRow[] }): ReactNode {
  const [need, setNeed] = useState<Shown>('needed');
  const [q, setQ] = useState('');
  const found = matching(rows, { need: need === 'all' ? null : need, q });
  const label = (key: Need) => `${needs[key]} ${rows.filter((row) => row.item.need === key).length}`;
  return (
    <>
      <div className="listing-bar" role="search">
        <Segmented<Shown>
          aria-label={words.show}
          value={need}
          onChange={setNeed}
          options={[
            { value: 'needed', label: label('needed') },
            { value: 'to_be_checked', label: label('to_be_checked') },
            { value: 'not_needed', label: label('not_needed') },
            { value: 'all', label: `${words.all} ${rows.length}` },
          ]}
        />
        <Input.Search
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          style={{ maxWidth: 280 }}
          onChange={({ target }) => setQ(target.value)}
        />
      </div>
      {found.length === 0 && <p className="soft">{words.nothing}</p>}
      {groupByStage(found).map(([stage, ofStage]) => (
        <section key={stage} className="plan-stage" aria-label={stage}>
          <h2>
            {stage} <span className="soft small">{ofStage.length}</span>
          </h2>
          <ul className="plain items">
            {ofStage.map((row) => (
              <ItemLine key={row.item.itemCode} of={of} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
