import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import type { assignAgent as contract } from '#libs/contracts/agents.js';
import type { Outcome } from '../../api/each.js';
import { useDo } from '../../api/hooks.js';
import { endAssignment } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { caseList } from '../../texts/case-list.js';
import { shell } from '../../texts/shell.js';
import type { Assignable } from './bulk-assign.js';

type Outcomes = ReadonlyMap<string, Outcome<typeof contract>>;

interface Props {
  rows: Assignable[];
  outcomes: Outcomes;
  undone: ReadonlySet<string>;
  onUndone: (id: string) => void;
}

/** How each case fared: assigned, refused with its reason, or taken back. */
export function AssignResults({ rows, outcomes, undone, onUndone }: Props): ReactNode {
  const all = [...outcomes.values()];
  const done = all.filter((outcome) => outcome.done).length;
  return (
    <section aria-label={caseList.results} className="bulk-results">
      <p role="status">
        <strong>{caseList.outcome(done, all.length - done)}</strong>
      </p>
      <ul className="plain">
        {rows.map((row) => (
          <li key={row.id}>
            <Result
              row={row}
              outcome={outcomes.get(row.id)}
              undone={undone.has(row.id)}
              onUndone={() => onUndone(row.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ResultProps {
  row: Assignable;
  outcome: Outcome<typeof contract> | undefined;
  undone: boolean;
  onUndone: () => void;
}

function Result({ row, outcome, undone, onUndone }: ResultProps): ReactNode {
  const { icon, text } = wordsOf(outcome, undone);
  return (
    <>
      {icon}
      <div>
        {row.projectName} <span className="soft small">{row.number}</span>
        <div className="small">{text}</div>
        {outcome?.done && !undone && <Undo row={row} assignmentId={outcome.answer.id} onUndone={onUndone} />}
      </div>
    </>
  );
}

function wordsOf(outcome: Outcome<typeof contract> | undefined, undone: boolean): { icon: ReactNode; text: string } {
  if (!outcome) return { icon: <ClockCircleOutlined className="soft" />, text: caseList.waitingRow };
  if (undone) return { icon: <UndoOutlined className="soft" />, text: caseList.undone };
  if (outcome.done)
    return { icon: <CheckCircleFilled className="bulk-done" />, text: caseList.assigned(outcome.answer.agentName) };
  const text = outcome.error instanceof Refused ? outcome.error.sentence : shell.unreachable;
  return { icon: <CloseCircleFilled className="bulk-refused" />, text };
}

interface UndoProps {
  row: Assignable;
  assignmentId: string;
  onUndone: () => void;
}

function Undo({ row, assignmentId, onUndone }: UndoProps): ReactNode {
  const end = useDo(endAssignment);
  const send = () =>
    end.mutate({ input: { caseId: row.id, assignmentId, reason: caseList.undoReason } }, { onSuccess: onUndone });
  return (
    <>
      <Button
        size="small"
        type="link"
        loading={end.isPending}
        aria-label={caseList.undoFor(row.projectName)}
        onClick={send}
      >
        {caseList.undo}
      </Button>
      {end.error && <Problem error={end.error} />}
    </>
  );
}
