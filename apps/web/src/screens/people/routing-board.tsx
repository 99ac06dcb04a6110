import { Tabs } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLive } from '../../api/live.js';
import { DateField, isDay } from '../../parts/date-field.js';
import { Page } from '../../parts/page.js';
import { Button } from 'antd';
import { useState } from 'react';
import { liaisons } from '../../texts/team.js';
import { shell } from '../../texts/shell.js';
import { Contacts } from './contacts.js';
import { LiaisonBoard } from './liaison-board.js';
import './people.css';

/** 首席联络员 and 首席联系人 of every unit, today or on any day. */
export function RoutingBoard(): ReactNode {
  useLive([]);
  const { tab, on } = useSearch({ from: '/routing-board' });
  const navigate = useNavigate();
  const day = typeof on === 'string' && isDay(on) ? on : null;
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Page
      title={shell.liaisons}
      actions={<AsOf key={day} day={day} onChange={(next) => go({ on: next ?? undefined })} />}
    >
      <Tabs
        activeKey={tab === 'contacts' ? 'contacts' : 'liaisons'}
        destroyOnHidden
        onChange={(key) => go({ tab: key })}
        items={[
          { key: 'liaisons', label: liaisons.tabLiaisons, children: <LiaisonBoard on={day} /> },
          { key: 'contacts', label: liaisons.tabContacts, children: <Contacts on={day} /> },
        ]}
      />
    </Page>
  );
}

/** Who was it on that day? */
function AsOf({ day, onChange }: { day: string | null; onChange: (day: string | null) => void }): ReactNode {
  const [typed, setTyped] = useState(day ?? '');
  const change = (text: string) => {
    setTyped(text);
    if (isDay(text)) onChange(text);
  };
  return (
    <span className="row-acts as-of">
      <span className="soft">{liaisons.asOf}</span>
      <DateField aria-label={liaisons.asOf} value={typed} onChange={change} />
      {day && <Button onClick={() => onChange(null)}>{liaisons.today}</Button>}
    </span>
  );
}
