import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as Antd, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import 'dayjs/locale/zh-cn.js';
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from '#libs/client/client.js';
import { readSession, signInPage } from '../api/session.js';
import { useLocale } from '../texts/texts.js';
import { themeOf } from '../theme/theme.js';
import '../theme/tokens.css';
import '../theme/workbench.css';
import { useElder } from './preferences.js';
import { Renewal } from './renewal.js';
import { router } from './routes.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; what was only slow or cut off is asked again.
      retry: (count, error) => !(error instanceof Refused) && count < 2,
    },
  },
});

function Root(): ReactNode {
  const locale = useLocale();
  const elder = useElder();
  return (
    <ConfigProvider theme={themeOf(elder)} locale={locale === 'zh' ? zhCN : enUS} key={locale}>
      <Antd>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <Renewal />
        </QueryClientProvider>
      </Antd>
    </ConfigProvider>
  );
}

const place = document.getElementById('app');
if (!readSession()) location.replace(signInPage());
else if (place)
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
