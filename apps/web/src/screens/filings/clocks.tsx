import type { ReactNode } from 'react';
import { useToday } from '../../api/today.js';
import { day } from '../../parts/dates.js';
import { filings } from '../../texts/filings.js';
import { clockWords } from './clock-words.js';
import type { Clock } from './clock-words.js';
import type { Filing } from './filing.js';
import { ClockLight } from './filing-marks.js';
import { placed, share } from './track.js';

/** The two clocks of a filing side by side (R75): what is left, until when, and what stopped them. */
export function Clocks({ of }: { of: Filing }): ReactNode {
  const open = of.spans.find(({ to, kind }) => to === null && kind === 'special_procedure');
  return (
    <section aria-labelledby="clocks" className="clocks">
      <h2 id="clocks">{filings.clocks}</h2>
      <div className="clock-pair">
        <OneClock name={filings.promised} clock={of.promised} of={of} cause={open?.cause ?? null} />
        <OneClock name={filings.statutory} clock={of.statutory} of={of} cause={open?.cause ?? null} />
      </div>
      <Spans of={of} />
    </section>
  );
}

interface Props {
  name: string;
  clock: Clock;
  of: Filing;
  cause: string | null;
}

function OneClock({ name, clock, of, cause }: Props): ReactNode {
  const words = of.acceptedOn === null ? filings.notStarted : clockWords(clock, cause);
  return (
    <div className={`clock clock-${clock.light}`}>
      <div className="clock-name">{name}</div>
      <div className="clock-words">
        <ClockLight light={of.acceptedOn === null ? 'none' : clock.light}>{words}</ClockLight>
      </div>
      <Track clock={clock} of={of} statutory={clock === of.statutory} />
      <div className="soft small">
        {of.acceptedOn && filings.acceptedOn(day(of.acceptedOn))}
        {clock.dueOn && ` · ${filings.dueOn(day(clock.dueOn))}`}
      </div>
    </div>
  );
}

/** From acceptance to the last day: gone by, stood still, today. */
function Track({ clock, of, statutory }: { clock: Clock; of: Filing; statutory: boolean }): ReactNode {
  const today = useToday();
  const { acceptedOn, decidedOn, spans } = of;
  if (!acceptedOn || !clock.dueOn) return null;
  const now = decidedOn ?? today;
  const frame = { from: acceptedOn, to: now > clock.dueOn ? now : clock.dueOn, today: now };
  const stops = spans.filter(
    ({ kind, stopsStatutory }) => kind === 'special_procedure' && (stopsStatutory || !statutory),
  );
  const due = share(clock.dueOn, frame.from, frame.to) * 100;
  const gone = placed({ from: acceptedOn, to: now }, frame);
  return (
    <div className="track" role="img" aria-label={filings.trackLabel(frame.from, frame.to)}>
      <span className="track-gone" style={{ width: `${Math.min(gone.width, due)}%` }} />
      {gone.width > due && <span className="track-late" style={{ left: `${due}%`, width: `${gone.width - due}%` }} />}
      {stops.map((span) => {
        const { left, width } = placed(span, frame);
        return <span key={span.from} className="track-stop" style={{ left: `${left}%`, width: `${width}%` }} />;
      })}
      <span className="track-due" style={{ left: `${due}%` }} />
    </div>
  );
}

function Spans({ of: { spans, extensions } }: { of: Filing }): ReactNode {
  if (spans.length === 0 && extensions.length === 0) return <p className="soft small">{filings.noSpans}</p>;
  return (
    <>
      {spans.length > 0 && (
        <div className="scroller" tabIndex={0} role="group" aria-label={filings.spans}>
          <table className="ledger">
            <caption>{filings.spans}</caption>
            <thead>
              <tr>
                <th scope="col">{filings.spanFrom}</th>
                <th scope="col">{filings.spanTo}</th>
                <th scope="col">{filings.spanReason}</th>
                <th scope="col">{filings.spanStops}</th>
                <th scope="col">{filings.spanApprover}</th>
              </tr>
            </thead>
            <tbody>
              {spans.map((span) => (
                <tr key={`${span.kind}${span.from}`}>
                  <td>{day(span.from)}</td>
                  <td>{span.to ? day(span.to) : filings.spanLasting}</td>
                  <td>{span.kind === 'correction' ? `${filings.correction}:${span.cause}` : span.cause}</td>
                  <td>{stopsOf(span)}</td>
                  <td>{span.approver}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {extensions.map(({ days, reason, approver, on }) => (
        <p key={on} className="small">
          {filings.extensions(days, day(on), approver, reason)}
        </p>
      ))}
    </>
  );
}

const stopsOf = ({ kind, stopsStatutory }: Filing['spans'][number]): string => {
  if (kind === 'correction') return filings.stopsNone;
  return stopsStatutory ? filings.stopsBoth : filings.stopsPromise;
};
