import { App, Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk, useDo } from '../../api/hooks.js';
import { moveRoadmapDate, tryRoadmapMove } from '../../api/operations.js';
import { DateField, isDay } from '../../parts/date-field.js';
import { day } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';
import { shell } from '../../texts/shell.js';
import type { TrialEnd } from './bars.js';
import { NO_TRIAL, trialEnds } from './ground.js';
import type { Entry, Trial } from './model.js';
import { useShown } from './shown.js';

interface Props {
  entry: Entry;
  onTrial: (trial: ReadonlyMap<string, TrialEnd>) => void;
  onDone: () => void;
}

/** First what would follow, in words here and as ghosts in the picture; then the reason; then the move. */
export function MoveForm({ entry, onTrial, onDone }: Props): ReactNode {
  const { roadmap } = useShown();
  const { message } = App.useApp();
  const field = useId();
  const [endsOn, setEndsOn] = useState(entry.full.endsOn);
  const [reason, setReason] = useState('');
  const { caseId } = roadmap;
  const { itemCode } = entry;
  const changed = isDay(endsOn) && endsOn !== entry.full.endsOn;
  const trial = useAsk(tryRoadmapMove, changed ? { caseId, itemCode, endsOn } : null);
  const tried = changed && !trial.isPlaceholderData && !trial.error ? trial.data : undefined;
  const move = useDo(moveRoadmapDate);
  useEffect(() => {
    onTrial(tried ? trialEnds(tried, itemCode) : NO_TRIAL);
    return () => onTrial(NO_TRIAL);
  }, [tried, itemCode, onTrial]);
  const needsReason = roadmap.number !== null;
  const submit = () =>
    move.mutate(
      { input: { caseId, itemCode, endsOn, reason: reason.trim() || null } },
      {
        onSuccess: ({ number }) => {
          const on = day(endsOn);
          void message.success(number === null ? t.moved(entry.name, on) : t.movedFrozen(entry.name, on, number));
          onDone();
        },
      },
    );
  return (
    <form
      className="rm-move"
      aria-label={t.move}
      onSubmit={(event) => {
        event.preventDefault();
        if (tried) submit();
      }}
    >
      <label htmlFor={field}>{t.moveTo}</label>
      <DateField id={field} value={endsOn} onChange={setEndsOn} />
      <div aria-live="polite">
        {!changed && <p className="soft">{t.tryFirst}</p>}
        {changed && trial.error && <Problem error={trial.error} />}
        {tried && <Consequences of={tried} itemCode={itemCode} />}
      </div>
      {tried && needsReason && (
        <label>
          {t.reasonNeeded}
          <Input.TextArea value={reason} rows={2} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      {move.error && <Problem error={move.error} />}
      <div className="rm-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={move.isPending}
          disabled={!tried || (needsReason && reason.trim() === '')}
        >
          {t.moveDo}
        </Button>
        <Button onClick={onDone}>{shell.cancel}</Button>
      </div>
    </form>
  );
}

const SHOWN = 6;

/** What a move pushes, the nearest first, and whether the construction start is kept. */
function Consequences({ of: { moved, target }, itemCode }: { of: Trial; itemCode: string }): ReactNode {
  const { today } = useShown();
  const pushed = moved.filter((line) => line.itemCode !== itemCode);
  const line = ({ name, from, to }: Trial['moved'][number]) => t.pushed(name, day(from, today), day(to, today));
  const [on, by] = [day(target.endsOn, today), day(target.by, today)];
  return (
    <div className="rm-consequences">
      <p>{moved.length === 0 ? t.unchanged : pushed.length === 0 ? t.pushesNothing : t.pushes(pushed.length)}</p>
      <ul>
        {pushed.slice(0, SHOWN).map((one) => (
          <li key={one.itemCode}>{line(one)}</li>
        ))}
      </ul>
      {pushed.length > SHOWN && (
        <details>
          <summary>{t.pushesMore(pushed.length - SHOWN)}</summary>
          <ul>
            {pushed.slice(SHOWN).map((one) => (
              <li key={one.itemCode}>{line(one)}</li>
            ))}
          </ul>
        </details>
      )}
      {target.itemCode !== itemCode && (
        <p className={target.missed ? 'rm-missed' : ''}>
          {target.missed ? t.targetMissed(target.name, on, by) : t.targetKept(target.name, on)}
        </p>
      )}
    </div>
  );
}
