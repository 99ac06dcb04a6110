import { Tabs } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { useMay } from '../../shell/me.js';
import { messages } from '../../texts/messages.js';
import { shell } from '../../texts/shell.js';
import { Rules } from './rules.js';
import { Sent } from './sent.js';
import { Templates } from './templates.js';

/** 短信: what was sent and became of it; which event tells whom; in which words. */
export function Messages(): ReactNode {
  const may = useMay();
  const { tab } = useSearch({ from: '/messages' });
  const navigate = useNavigate();
  const tabs = [
    { key: 'sent', label: messages.tabSent, children: <Sent /> },
    ...(may('notification-rule:read') ? [{ key: 'rules', label: messages.tabRules, children: <Rules /> }] : []),
    ...(may('sms-template:read') ? [{ key: 'templates', label: messages.tabTemplates, children: <Templates /> }] : []),
  ];
  return (
    <Page title={shell.messages}>
      <Tabs
        activeKey={tabs.find(({ key }) => key === tab)?.key ?? 'sent'}
        destroyOnHidden
        items={tabs}
        onChange={(key) => void navigate({ to: '.', search: key === 'sent' ? {} : { tab: key } })}
      />
    </Page>
  );
}
