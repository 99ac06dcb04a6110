import { CalendarOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Mark } from '../../parts/marks.js';
import { useAsk } from '../../api/hooks.js';
import { getAgent } from '../../api/operations.js';
import { people } from '../../texts/people.js';
import type { Agent } from './people.js';

/** How much somebody has of what one person can look after: a bar and its numbers. */
export function Load({ of: { load, capacity } }: { of: Pick<Agent, 'load' | 'capacity'> }): ReactNode {
  const share = Math.min(1, load / capacity);
  return (
    <span className="load">
      <span className="load-bar" aria-hidden="true">
        <span className={share >= 0.9 ? 'full' : ''} style={{ width: `${share * 100}%` }} />
      </span>
      {people.loadOf(load, capacity)}
    </span>
  );
}

/** Leave that is not over, and who stands in. */
export const Away = ({ of: { leaves }, today }: { of: Agent; today: string }): ReactNode =>
  leaves.map(({ id, from, to, substituteId }) => (
    <span key={id} className="away">
      <Mark tone={from <= today ? 'gold' : 'indigo'} icon={<CalendarOutlined />}>
        {people.away(from, to)}
      </Mark>{' '}
      <span className="soft small">{substituteId ? <Substitute agentId={substituteId} /> : people.noSubstitute}</span>
    </span>
  ));

function Substitute({ agentId }: { agentId: string }): ReactNode {
  const { data } = useAsk(getAgent, { id: agentId });
  return data ? people.substitute(data.name) : null;
}
