import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listNotices as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { listNotices } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { notices } from '../../texts/portal.js';
import { Sheet } from './sheet.js';

type Notice = Output<typeof contract>['items'][number];

/** 一次性告知书: read on the screen, printed alone. */
export function NoticeTab({ caseId }: { caseId: string }): ReactNode {
  return (
    <Answer of={useAsk(listNotices, { caseId })}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="soft">{notices.none}</p>}
          <ul className="plain portal-items">
            {items.toReversed().map((notice) => (
              <Line key={notice.id} of={notice} />
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}

function Line({ of: { number, noticeVersion, issuedOn, institutionName, text } }: { of: Notice }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Button type="link" className="portal-item" onClick={() => setOpen(true)}>
        {notices.open(number)}
      </Button>
      <p className="soft">
        {institutionName} · {notices.version(noticeVersion, day(issuedOn))}
      </p>
      <Sheet title={number} open={open} onClose={() => setOpen(false)} text={text} />
    </li>
  );
}
