import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getRouting, listCaseTransfers } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { transfers } from '../../texts/transfers.js';
import type { CaseTab } from '../cases/case-page.js';
import { Coordinations } from './coordinations.js';
import { DirectContacts } from './direct-contacts.js';
import { OverrideRouting } from './override-routing.js';
import { ProposeTransfer } from './propose-transfer.js';
import { RoutingPlan } from './routing-plan.js';
import type { Routing } from './routing-plan.js';
import { TransferThread } from './transfer-thread.js';
import './transfers.css';

/** 转交 of a case: where its items go and why, what went between the institutions, whom to call directly. */
export function TransfersTab({ of }: CaseTab): ReactNode {
  const routing = useAsk(getRouting, of.planVersion === null ? null : { caseId: of.id });
  if (of.planVersion === null) return <p className="lead">{transfers.notYet}</p>;
  return (
    <Answer of={routing}>
      {(answer) => (
        <>
          <Section
            title={transfers.routing}
            aside={<Mark tone="jade">{transfers.holding(answer.holdingInstitutionName)}</Mark>}
            actions={answer.allowed.includes('agents.override-routing') && <OverrideRouting of={of} routing={answer} />}
          >
            <RoutingPlan of={answer} />
          </Section>
          <Thread of={of} routing={answer} />
          <DirectContacts caseId={of.id} routing={answer} />
          <Coordinations caseId={of.id} routing={answer} />
        </>
      )}
    </Answer>
  );
}

/** Where the case went is said first; both bodies see the same thread. */
function Thread({ of, routing }: CaseTab & { routing: Routing }): ReactNode {
  const found = useAsk(listCaseTransfers, { caseId: of.id });
  const all = found.data?.items ?? [];
  const open = all.find(({ state }) => state === 'proposed');
  const last = all.findLast(({ state }) => state === 'received');
  const mayPropose = routing.allowed.includes('agents.propose-transfer') && !open;
  return (
    <Section title={transfers.thread} actions={mayPropose && <ProposeTransfer of={of} routing={routing} />}>
      {open && <p className="lead">{transfers.underway(open.toInstitutionName)}</p>}
      {!open && last && <p className="lead">{transfers.moved(last.toInstitutionName)}</p>}
      <Answer of={found}>{({ items }) => <TransferThread of={items} />}</Answer>
    </Section>
  );
}
