import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getWorkbench } from '#libs/contracts/projects.js';
import { home } from '../../texts/home.js';
import { DueMark } from './due-mark.js';
import type { Age } from './due.js';

export type Reminder = Output<typeof getWorkbench>['reminders'][number];

const TABS: Record<Reminder['kind'], string> = {
  call_back: 'notes',
  item: 'items',
  correction: 'items',
  opinions: 'reviews',
  mandate: 'agreement',
};
const GROUPS: { age: Age; label: () => string }[] = [
  { age: 'red', label: () => home.now },
  { age: 'gold', label: () => home.week },
  { age: 'blue', label: () => home.month },
];
const FIRST = 6;

/** What has a day, what is due first at the top. */
export function Reminders({ of }: { of: Reminder[] }): ReactNode {
  if (of.length === 0) return <p className="soft">{home.noReminders}</p>;
  return GROUPS.map(({ age, label }) => {
    const some = of.filter((reminder) => reminder.age === age);
    return some.length > 0 && <Group key={age} label={label()} of={some} />;
  });
}

function Group({ label, of }: { label: string; of: Reminder[] }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? of : of.slice(0, FIRST);
  return (
    <>
      <h3 className="home-group">
        {label} <span className="soft">{of.length}</span>
      </h3>
      <ul className="plain home-rows">
        {shown.map(({ kind, caseId, text, dueOn, projectName, number }) => (
          <li key={`${kind}${caseId}${text}${dueOn}`}>
            <div>
              <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: TABS[kind] }}>
                {text}
              </Link>
              <div className="soft small">
                {projectName} · {number}
              </div>
            </div>
            <DueMark on={dueOn} />
          </li>
        ))}
      </ul>
      {of.length > shown.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {home.more(of.length - shown.length)}
        </Button>
      )}
    </>
  );
}
