import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { setElder, useElder } from '../shell/preferences.js';
import { Seal } from '../shell/seal.js';
import { light } from '../texts/light.js';
import { locale, setLocale } from '../texts/texts.js';

/** Type size and language, for everyone. */
export function Switches(): ReactNode {
  const elder = useElder();
  return (
    <div className="switches" role="group" aria-label={light.settings}>
      <button type="button" className="quiet" onClick={() => setElder(!elder)}>
        {elder ? light.ordinary : light.elder}
      </button>
      <button type="button" className="quiet" onClick={() => setLocale(locale() === 'zh' ? 'en' : 'zh')}>
        {light.language}
      </button>
    </div>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${light.product}`;
  }, [title]);
}

/** What stands around a public page. */
export function Frame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  useTitle(title);
  return (
    <div className="public">
      <header className="public-top">
        <a className="public-brand" href="/sign-in">
          <Seal /> {light.product}
        </a>
        <Switches />
      </header>
      <main>{children}</main>
    </div>
  );
}
