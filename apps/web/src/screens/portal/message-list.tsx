import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { listMessages } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { portal } from '../../texts/portal.js';

const FIRST = 5;
const MORE = 50;

/** What was sent to the unit's phone, to be read again. */
export function MessageList({ caseId }: { caseId?: string }): ReactNode {
  const [pageSize, setPageSize] = useState(FIRST);
  const found = useAsk(listMessages, { pageSize, ...(caseId ? { caseId } : {}) });
  return (
    <Answer of={found}>
      {({ items, total }) => (
        <>
          {total === 0 && <p className="soft">{portal.noMessages}</p>}
          <ul className="plain portal-messages">
            {items.map(({ id, text, queuedAt }) => (
              <li key={id}>
                <time className="soft">{instant(queuedAt)}</time>
                <p>{text}</p>
              </li>
            ))}
          </ul>
          {total > items.length && pageSize === FIRST && (
            <Button onClick={() => setPageSize(MORE)}>{portal.moreMessages}</Button>
          )}
        </>
      )}
    </Answer>
  );
}
