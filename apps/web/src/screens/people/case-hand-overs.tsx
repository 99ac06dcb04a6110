import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { listHandOvers, proposeHandOver } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { Section } from '../../parts/section.js';
import { handing } from '../../texts/handing.js';
import { helperStages } from '../../texts/people.js';
import { team } from '../../texts/team.js';
import { optionsOf } from '../../texts/words.js';
import type { CaseDetail } from '../cases/case-page.js';
import { HandOverActs, HandOverState } from '../transfers/hand-over-acts.js';
import { AgentPicker } from './pickers.js';

/** 交接 of one case: who, from, to, why, and what became of it. */
export function CaseHandOvers({ caseId }: { caseId: string }): ReactNode {
  const found = useAsk(listHandOvers, { caseId });
  return (
    <Section title={team.handOvers}>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{team.noHandOvers}</p>
          ) : (
            <ul className="rows">
              {items.toReversed().map((each) => (
                <li key={each.id}>
                  <div className="grow">
                    <strong>{handing.fromTo(each.fromAgentName, each.toAgentName)}</strong>{' '}
                    <HandOverState state={each.state} />
                    <p className="small">
                      {instant(each.proposedAt)} · {each.stage && `${each.stage} · `}
                      {each.reason}
                    </p>
                    <p className="small pre">
                      {handing.openMatters}:{each.openMatters}
                    </p>
                    {each.returnReason && <p className="small pre">{handing.returnedBecause(each.returnReason)}</p>}
                  </div>
                  <HandOverActs of={each} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

interface Values {
  toAgentId: string;
  stage?: keyof typeof helperStages;
  reason: string;
  openMatters: string;
  overrideReason?: string;
}

export function ProposeHandOver({ of, leaderId }: { of: CaseDetail; leaderId: string | null }): ReactNode {
  return (
    <ActDialog label={handing.propose} title={`${handing.propose} · ${of.projectName}`}>
      {(close) => (
        <ActForm<typeof contracts.proposeHandOver, Values>
          command={proposeHandOver}
          input={({ stage, overrideReason, ...values }) => ({
            caseId: of.id,
            ...values,
            stage: stage ?? null,
            overrideReason: overrideReason?.trim() || null,
          })}
          submit={handing.propose}
          said={({ toAgentName }) => handing.proposed(toAgentName)}
          onDone={close}
          fields={[
            {
              name: 'toAgentId',
              label: handing.to,
              required: true,
              control: (
                <AgentPicker
                  institutionId={of.currentInstitution.id}
                  class="helper"
                  without={leaderId === null ? [] : [leaderId]}
                />
              ),
            },
            {
              name: 'stage',
              label: handing.stage,
              control: <Select allowClear placeholder={handing.stageNone} options={optionsOf(helperStages)} />,
            },
            { name: 'reason', label: team.reason, required: true, control: <Input maxLength={300} /> },
            {
              name: 'openMatters',
              label: handing.openMatters,
              hint: handing.openMattersHint,
              required: true,
              control: <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
