import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getApproval } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { papers } from '../../texts/portal.js';
import { CorrectionSupply, DeferredSupply } from '../filings/applicant-acts.js';
import type { Filing, FilingRow } from '../filings/filing.js';

const mayOwe = ({ state, deferral }: FilingRow): boolean =>
  state === 'correcting' || (deferral && state !== 'cancelled' && state !== 'withdrawn');

/** Corrections and papers that are to follow, of every filing of the case. */
export function Supplies({ of, readOnly }: { of: FilingRow[]; readOnly: boolean }): ReactNode {
  const owing = of.filter(mayOwe);
  return (
    <>
      {owing.map(({ id }) => (
        <OfFiling key={id} id={id} readOnly={readOnly} />
      ))}
      {owing.length === 0 && <p className="soft">{papers.nothingAsked}</p>}
    </>
  );
}

function OfFiling({ id, readOnly }: { id: string; readOnly: boolean }): ReactNode {
  const { data } = useAsk(getApproval, { id });
  if (!data) return null;
  const { correction, late } = owed(data);
  return (
    <>
      {correction && (
        <Owed title={papers.correct(data.itemName)} dueOn={correction.dueOn} names={correction.names}>
          {!readOnly && <CorrectionSupply of={data} />}
        </Owed>
      )}
      {late.length > 0 && (
        <Owed
          title={papers.follow(data.itemName)}
          dueOn={late[0]?.dueOn ?? null}
          names={late.map(({ materialName }) => materialName)}
        >
          {!readOnly && <DeferredSupply of={data} />}
        </Owed>
      )}
    </>
  );
}

/** The open correction with the names of its papers, and the deferred papers, the earliest first. */
function owed({ spans, deferrals, materials }: Filing) {
  const open = spans.find(({ kind, to }) => kind === 'correction' && to === null);
  const names = (open?.materials ?? []).map((code) => materials.find((one) => one.code === code)?.name ?? code);
  const late = deferrals
    .filter(({ suppliedOn }) => suppliedOn === null)
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
  return { correction: open ? { dueOn: open.dueOn, names } : null, late };
}

interface OwedProps {
  title: string;
  dueOn: string | null;
  names: string[];
  children: ReactNode;
}

function Owed({ title, dueOn, names, children }: OwedProps): ReactNode {
  return (
    <section className="supply" aria-label={title}>
      <strong>{title}</strong> {dueOn && <span className="due">{papers.until(day(dueOn))}</span>}
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}
