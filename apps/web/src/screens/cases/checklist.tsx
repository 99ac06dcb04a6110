import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { getChecklist as contract } from '#libs/contracts/approvals.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { answerSituation, getChecklist } from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { useMay } from '../../shell/me.js';
import { gaps, items as words } from '../../texts/case-items.js';
import { shell } from '../../texts/shell.js';
import type { CaseDetail } from './case-page.js';
import type { Item } from './item-rows.js';
import { originWords } from './origin-words.js';

interface Props {
  of: CaseDetail;
  item: Item;
}

/** What an item asks for in this project, each paper once; asked for only when somebody looks. */
export function ChecklistPanel({ of, item }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>{words.loadChecklist}</Button>;
  return <Materials of={of} item={item} />;
}

function Materials({ of, item }: Props): ReactNode {
  const [works, setWorks] = useState('');
  const found = useAsk(getChecklist, {
    caseId: of.id,
    itemCode: item.itemCode,
    ...(works.trim() ? { works: works.trim() } : {}),
  });
  return (
    <section className="checklist" aria-label={words.checklist}>
      <h3>
        {words.checklist}{' '}
        <Input
          size="small"
          style={{ width: 160 }}
          aria-label={words.works}
          placeholder={words.works}
          maxLength={40}
          onPressEnter={({ currentTarget }) => setWorks(currentTarget.value)}
          onBlur={({ target }) => setWorks(target.value)}
        />
      </h3>
      <Answer of={found}>
        {({ acceptable, materials }) => (
          <>
            <p className={acceptable ? 'ready' : 'fault'}>{acceptable ? words.acceptable : words.notAcceptable}</p>
            <ul className="plain">
              {materials.map((material) => (
                <Line key={material.code} of={of} material={material} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}

type Material = Output<typeof contract>['materials'][number];

function Line({ of, material }: { of: CaseDetail; material: Material }): ReactNode {
  const { name, importance, deferralWorkdays, origin, gap } = material;
  return (
    <li>
      <span>
        {name} {importance === '核心要件' && <span className="soft small">{words.core}</span>}
      </span>
      {gap && <Mark tone={gap === 'deferrable' ? 'gold' : 'cinnabar'}>{gaps[gap]}</Mark>}
      <small className="soft">
        {originWords(origin)}
        {deferralWorkdays !== null && gap === 'deferrable' && ` · ${words.deferrable(deferralWorkdays)}`}
      </small>
      {origin.kind === 'ask_situation' && <Situation of={of} situation={origin.situation} />}
    </li>
  );
}

/** Asked once in the whole case; nothing is taken for a no. */
function Situation({ of, situation }: { of: CaseDetail; situation: string }): ReactNode {
  if (!useMay()('approval:submit')) return null;
  const answer = (applies: boolean, label: string) => (
    <ActButton
      command={answerSituation}
      input={{ caseId: of.id, situation, applies }}
      label={label}
      said={() => words.situationDone}
      kind={{ size: 'small' }}
    />
  );
  return (
    <span role="group" aria-label={words.situation(situation)}>
      {answer(true, shell.yes)} {answer(false, shell.no)}
    </span>
  );
}
