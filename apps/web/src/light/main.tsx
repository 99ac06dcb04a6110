import { StrictMode, Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useLocale } from '../texts/texts.js';
import '../theme/tokens.css';
import './light.css';
import { SignIn } from './sign-in.js';

const Progress = lazy(async () => ({ default: (await import('./progress.js')).Progress }));
const Responsibilities = lazy(async () => ({ default: (await import('./responsibilities.js')).Responsibilities }));
const Kiosk = lazy(async () => ({ default: (await import('./kiosk.js')).Kiosk }));

/** The pages of citizens are few: the path says which, no router is needed. */
function page(path: string): ReactNode {
  const token = /^\/p\/([\w-]+)$/.exec(path)?.[1];
  if (token) return <Progress token={token} />;
  if (path === '/responsibilities') return <Responsibilities />;
  if (path === '/kiosk') return <Kiosk />;
  return <SignIn />;
}

function Root(): ReactNode {
  const locale = useLocale();
  return (
    <Suspense fallback={null} key={locale}>
      {page(location.pathname)}
    </Suspense>
  );
}

const place = document.getElementById('app');
if (place)
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
