import { Alert, Button, Drawer, Grid, Layout, Menu, Result, Spin } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useLost } from '../api/connection.js';
import { useAsk } from '../api/hooks.js';
import { getMe } from '../api/operations.js';
import { Answer } from '../parts/answer.js';
import { shell } from '../texts/shell.js';
import { AccountMenu } from './account-menu.js';
import { MeProvider } from './me.js';
import type { Me } from './me.js';
import { menuOf } from './menu.js';
import { Seal } from './seal.js';
import { SearchBox } from './search-box.js';

/** What stands around every screen of the workbench. */
export function Shell(): ReactNode {
  const me = useAsk(getMe, {});
  return (
    <Answer of={me}>
      {(answer) => (
        <MeProvider value={answer}>
          <Frame me={answer} />
        </MeProvider>
      )}
    </Answer>
  );
}

function Frame({ me }: { me: Me }): ReactNode {
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const navigation = <Navigation me={me} onGo={() => setOpen(false)} />;
  return (
    <Layout className="frame">
      <a className="skip" href="#content">
        {shell.skip}
      </a>
      {wide ? (
        <Layout.Sider width={208} className="sider">
          {navigation}
        </Layout.Sider>
      ) : (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={240}
          className="sider"
          title={shell.menu}
        >
          {navigation}
        </Drawer>
      )}
      <Layout>
        <Layout.Header className="top">
          {!wide && (
            <Button type="text" icon={<MenuOutlined />} aria-label={shell.menu} onClick={() => setOpen(true)} />
          )}
          <SearchBox />
          <AccountMenu me={me} />
        </Layout.Header>
        <Lost />
        <Layout.Content id="content" className="content" role="main" tabIndex={-1}>
          <Suspense fallback={<Spin description={shell.loading} />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function Navigation({ me, onGo }: { me: Me; onGo: () => void }): ReactNode {
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const items = menuOf(me);
  const here = items.filter(({ key }) => key !== '/' && path.startsWith(key)).map(({ key }) => key);
  return (
    <nav aria-label={shell.navigation}>
      <Link to="/" className="brand">
        <Seal />
        <span>
          <strong>{shell.product}</strong>
          <small>{shell.motto}</small>
        </span>
      </Link>
      <Menu
        theme="dark"
        mode="inline"
        items={items}
        selectedKeys={here.length > 0 ? here : ['/']}
        onClick={({ key }) => {
          onGo();
          void navigate({ to: key });
        }}
      />
    </nav>
  );
}

function Lost(): ReactNode {
  return useLost() ? <Alert banner type="warning" role="status" title={shell.lost} /> : null;
}

export function Missing(): ReactNode {
  return <Result status="404" title={shell.notFound} extra={<Link to="/">{shell.back}</Link>} />;
}
