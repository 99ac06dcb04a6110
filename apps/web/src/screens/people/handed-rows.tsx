import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { HandedRow } from '#libs/contracts/agents.js';
import { Mark } from '../../parts/marks.js';
import { handing, outcomes, outlooks } from '../../texts/handing.js';

const MARKS = {
  moved: { tone: 'jade', icon: <CheckCircleFilled /> },
  proposed: { tone: 'gold', icon: <ClockCircleOutlined /> },
  refused: { tone: 'cinnabar', icon: <CloseCircleFilled /> },
} as const;

/** What became of each holding, or what would: to whom, or why not. */
export function HandedRows({ rows, trial = false }: { rows: HandedRow[]; trial?: boolean }): ReactNode {
  const words = trial ? outlooks : outcomes;
  return (
    <div className="framed" tabIndex={0} role="group" aria-label={handing.outcome}>
      <table>
        <thead>
          <tr>
            <th scope="col">{handing.what}</th>
            <th scope="col">{handing.whom}</th>
            <th scope="col">{handing.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ holdingId, label, toAgentName, outcome, reason }) => (
            <tr key={holdingId}>
              <td>{label}</td>
              <td>{toAgentName}</td>
              <td>
                <Mark {...MARKS[outcome]}>{words[outcome]}</Mark> {reason && <p className="small">{reason}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
