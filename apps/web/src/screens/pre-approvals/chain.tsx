import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listPreApprovals as contract } from '#libs/contracts/approvals.js';
import { useAsk } from '../../api/hooks.js';
import { getItem, listPreApprovals } from '../../api/operations.js';
import { useToday } from '../../api/today.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { preApprovals } from '../../texts/pre-approvals.js';
import { useCase } from '../filings/item-names.js';
import './chain.css';
import { settled } from './levels.js';
import { PreApprovalState } from './pre-approval-marks.js';

type Found = Output<typeof contract>;
type Document = Found['items'][number];

/** The chain of a case as people read it: what there is, what serves for what, and what it gains (R56, R146). */
export function Chain({ caseId, at }: { caseId: string; at?: string }): ReactNode {
  const found = useAsk(listPreApprovals, { caseId });
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{preApprovals.chain}</h2>
      <Answer of={found}>{(answer) => <Picture of={answer} caseId={caseId} at={at} />}</Answer>
    </section>
  );
}

function Picture({ of: { items, links, figures }, caseId, at }: { of: Found; caseId: string; at: string | undefined }) {
  const { nameOf } = useCase(caseId);
  return (
    <>
      <ol className="chain">
        {settled(links).map((column) => (
          <li key={column.join()}>
            {column.map((code) => (
              <Node key={code} name={nameOf(code)} of={items.filter(({ itemCode }) => itemCode === code)} at={at} />
            ))}
          </li>
        ))}
      </ol>
      <p className="soft small">{preApprovals.chainExplained}</p>
      <ul className="plain small">
        {links.map(({ from, to, material }) => (
          <Accepted key={material} from={nameOf(from)} to={to} material={material} nameOf={nameOf} />
        ))}
      </ul>
      {figures && <Saved of={figures} />}
    </>
  );
}

function Node({ name, of, at }: { name: string; of: Document[]; at: string | undefined }): ReactNode {
  const today = useToday();
  return (
    <div className="chain-node">
      <strong>{name}</strong>
      {of.length === 0 && <Mark tone="ink">{preApprovals.notApplied}</Mark>}
      {of.map(({ id, works, state, number, validTo }) => (
        <div key={id}>
          <PreApprovalState state={state} />{' '}
          {id === at ? (
            <span aria-current="page">{number}</span>
          ) : (
            <Link to="/pre-approvals/$id" params={{ id }}>
              {number}
            </Link>
          )}
          {works && ` · ${works}`}
          {state === 'issued' && validTo && (
            <div className="soft small">{preApprovals.validTo(day(validTo, today))}</div>
          )}
        </div>
      ))}
    </div>
  );
}

interface AcceptedProps {
  from: string;
  to: string;
  material: string;
  nameOf: (code: string) => string;
}

function Accepted({ from, to, material, nameOf }: AcceptedProps): ReactNode {
  const { data } = useAsk(getItem, { code: to });
  const name = data?.materials.find(({ code }) => code === material)?.name;
  return name ? <li>{preApprovals.accepted(from, nameOf(to), name)}</li> : null;
}

function Saved({ of }: { of: NonNullable<Found['figures']> }): ReactNode {
  return (
    <p className="saved">
      <strong>{preApprovals.saved(of.daysSaved)}</strong>
      <span className="small">{preApprovals.formula(of.permitDayWithout, of.permitDay, of.daysSaved)}</span>
      <span className="soft small">{preApprovals.contractDay(of.contractDay, of.preApprovedBy)}</span>
    </p>
  );
}
