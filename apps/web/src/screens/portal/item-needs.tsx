import { App, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getChecklist as contract } from '#libs/contracts/approvals.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { answerSituation, getChecklist } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Problem } from '../../parts/problem.js';
import { Section } from '../../parts/section.js';
import { progressWords } from '../../texts/portal.js';
import { PaperUpload } from './paper-upload.js';
import type { Shown } from './unit-case.js';

type Material = Output<typeof contract>['materials'][number];

/** What one item asks of the unit: papers only it has, and situations only it knows. */
export function ItemNeeds({ of, itemCode }: { of: Shown; itemCode: string }): ReactNode {
  const caseId = of.detail.id;
  return (
    <Answer of={useAsk(getChecklist, { caseId, itemCode })}>
      {({ materials }) => {
        const ours = materials.filter(({ origin }) => origin.kind !== 'ask_unit' && origin.kind !== 'not_applicable');
        const theirs = materials.filter(({ origin }) => origin.kind === 'ask_unit');
        return (
          <>
            <Situations of={of} materials={materials} />
            <Section title={progressWords.needsOfYou}>
              {theirs.length === 0 && <p className="soft">{progressWords.nothingOfYou}</p>}
              <ul className="plain portal-items">
                {theirs.map((material) => (
                  <Asked key={material.code} material={material} />
                ))}
              </ul>
              {of.may('projects.register-document') && <PaperUpload caseId={caseId} itemCode={itemCode} />}
            </Section>
            {ours.length > 0 && (
              <Section title={progressWords.fromUs}>
                <p className="soft">{ours.map(({ name }) => name).join('、')}</p>
              </Section>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function Asked({ material: { name, importance, deferralWorkdays, origin } }: { material: Material }): ReactNode {
  const supplied = origin.kind === 'ask_unit' && origin.supplied;
  const until = deferralWorkdays === null ? progressWords.core : progressWords.later(deferralWorkdays);
  return (
    <li>
      {name} {supplied && <Mark tone="jade">{progressWords.supplied}</Mark>}
      {!supplied && (
        <p className="soft">
          {importance} · {until}
        </p>
      )}
    </li>
  );
}

function Situations({ of, materials }: { of: Shown; materials: Material[] }): ReactNode {
  const open = new Set(materials.flatMap(({ origin }) => (origin.kind === 'ask_situation' ? [origin.situation] : [])));
  if (open.size === 0) return null;
  return (
    <Section title={progressWords.situations}>
      {[...open].map((situation) => (
        <Situation key={situation} caseId={of.detail.id} situation={situation} readOnly={of.readOnly} />
      ))}
    </Section>
  );
}

function Situation({
  caseId,
  situation,
  readOnly,
}: {
  caseId: string;
  situation: string;
  readOnly: boolean;
}): ReactNode {
  const { message } = App.useApp();
  const answer = useDo(answerSituation);
  const say = (applies: boolean) =>
    answer.mutate(
      { input: { caseId, situation, applies } },
      { onSuccess: () => void message.success(progressWords.answered) },
    );
  return (
    <div role="group" aria-label={situation} className="situation">
      <span>{situation}?</span>
      {!readOnly && (
        <Space>
          <Button disabled={answer.isPending} onClick={() => say(true)}>
            {progressWords.yes}
          </Button>
          <Button disabled={answer.isPending} onClick={() => say(false)}>
            {progressWords.no}
          </Button>
        </Space>
      )}
      {answer.error && <Problem error={answer.error} />}
    </div>
  );
}
