import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useAsk } from '../api/hooks.js';
import { client, signOutHere } from '../api/client.js';
import { getTime, signOut } from '../api/operations.js';
import { instant } from '../parts/dates.js';
import { locale, setLocale } from '../texts/texts.js';
import { shell } from '../texts/shell.js';
import type { Me } from './me.js';
import { setElder, useElder } from './preferences.js';

/** Who is signed in, the language, the type size, the business time, and the way out. */
export function AccountMenu({ me }: { me: Me }): ReactNode {
  const elder = useElder();
  const time = useAsk(getTime, {});
  const leave = () => void client.call(signOut, {}).finally(signOutHere);
  const items = [
    ...(time.data ? [{ key: 'time', label: shell.businessTime(instant(time.data.now)), disabled: true }] : []),
    { key: 'elder', label: elder ? shell.ordinary : shell.elder, onClick: () => setElder(!elder) },
    { key: 'language', label: shell.language, onClick: () => setLocale(locale() === 'zh' ? 'en' : 'zh') },
    { key: 'leave', label: shell.signOut, onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined />} aria-label={`${shell.account} ${me.name}`}>
        <span className="account-name">{me.name}</span>
      </Button>
    </Dropdown>
  );
}
