import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getProgress } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';

export function UnitCase({ caseId }: { caseId: string; readOnly?: boolean }): ReactNode {
  return <Answer of={useAsk(getProgress, { caseId })}>{({ summary }) => <p>{summary}</p>}</Answer>;
}
