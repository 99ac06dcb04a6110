import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { stranger } from '../api/client.js';
import { listInstitutions } from '../api/operations.js';
import { Seal } from '../shell/seal.js';
import { kiosk, light } from '../texts/light.js';
import { locale, setLocale } from '../texts/texts.js';
import { Failed, Waiting, useAsked } from './asking.js';
import { useTitle } from './frame.js';
import { standing, tokenOf } from './idle.js';
import { ProgressOf } from './progress.js';
import { Finder } from './responsibilities.js';

/** What the tiles open; the sixth changes the language. */
const VIEWS = {
  progress: { label: () => kiosk.progress, hint: () => kiosk.progressHint, show: () => <Follow /> },
  lists: { label: () => kiosk.lists, hint: () => kiosk.listsHint, show: () => <Finder /> },
  apply: { label: () => kiosk.apply, hint: () => kiosk.applyHint, show: () => <Steps /> },
  hotlines: { label: () => kiosk.hotlines, hint: () => kiosk.hotlinesHint, show: () => <Offices what="hotline" /> },
  points: { label: () => kiosk.points, hint: () => kiosk.pointsHint, show: () => <Offices what="servicePoint" /> },
} as const;
type View = keyof typeof VIEWS;

/** The terminal in a service hall. Nobody leaves anything on it: untouched for a minute it counts down and is as new. */
export function Kiosk(): ReactNode {
  useTitle(light.kiosk);
  const [view, setView] = useState<View | null>(null);
  const clear = () => {
    setView(null);
    setLocale('zh');
    scrollTo(0, 0);
  };
  return (
    <div className="kiosk">
      <header className="kiosk-top">
        <Seal size={56} />
        <strong>{light.product}</strong>
        {view && (
          <button type="button" className="primary" onClick={() => setView(null)}>
            {kiosk.back}
          </button>
        )}
      </header>
      {view ? (
        <main className="public">
          <h1>{VIEWS[view].label()}</h1>
          {VIEWS[view].show()}
        </main>
      ) : (
        <Tiles open={setView} />
      )}
      <Idle clear={clear} />
    </div>
  );
}

function Tiles({ open }: { open: (view: View) => void }): ReactNode {
  const other = () => setLocale(locale() === 'zh' ? 'en' : 'zh');
  return (
    <main className="start">
      <h1>{kiosk.title}</h1>
      <div className="tiles">
        {(Object.keys(VIEWS) as View[]).map((view) => (
          <button key={view} type="button" className="tile" onClick={() => open(view)}>
            <strong>{VIEWS[view].label()}</strong>
            <span>{VIEWS[view].hint()}</span>
          </button>
        ))}
        <button type="button" className="tile" onClick={other}>
          <strong>{kiosk.language}</strong>
          <span>{kiosk.languageHint}</span>
        </button>
      </div>
    </main>
  );
}

/** Scanners type the address and press Enter. */
function Follow(): ReactNode {
  const [token, setToken] = useState<string | null>(null);
  const [fault, setFault] = useState('');
  if (token) return <ProgressOf token={token} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = tokenOf(String(new FormData(event.currentTarget).get('code')));
    setToken(found);
    setFault(found ? '' : kiosk.codeMalformed);
  };
  return (
    <form className="scan" onSubmit={submit}>
      <label htmlFor="code">{kiosk.scan}</label>
      <input id="code" name="code" autoFocus autoComplete="off" spellCheck={false} aria-describedby="code-fault" />
      <p role="alert" className="fault" id="code-fault">
        {fault}
      </p>
      <button type="submit" className="primary">
        {kiosk.look}
      </button>
    </form>
  );
}

function Steps(): ReactNode {
  return (
    <ol className="steps">
      {[kiosk.step1, kiosk.step2, kiosk.step3, kiosk.step4].map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function Offices({ what }: { what: 'hotline' | 'servicePoint' }): ReactNode {
  const { asked, again } = useAsked('offices', () =>
    stranger.call(listInstitutions, { active: 'true' }, { locale: locale() }),
  );
  if (!asked) return <Waiting />;
  if ('fault' in asked) return <Failed fault={asked.fault} again={again} />;
  return (
    <ul className="plain offices">
      {asked.answer.items
        .filter(({ level }) => level !== 'town')
        .map(({ id, name, hotline, servicePoint }) => (
          <li key={id}>
            <span>{name}</span>
            {what === 'hotline' ? <strong className="phone">{hotline}</strong> : <span>{servicePoint}</span>}
          </li>
        ))}
    </ul>
  );
}

const TICK_MS = 250;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

function Idle({ clear }: { clear: () => void }): ReactNode {
  const [left, setLeft] = useState<number | null>(null);
  const touched = useRef(0);
  const clearing = useRef(clear);
  useEffect(() => {
    clearing.current = clear;
  });
  useEffect(() => {
    const touch = () => (touched.current = performance.now());
    const tick = () => {
      const now = standing(performance.now() - touched.current);
      setLeft(typeof now === 'object' ? now.left : null);
      if (now !== 'over') return;
      touch();
      clearing.current();
    };
    touch();
    for (const kind of TOUCHES) addEventListener(kind, touch, { passive: true });
    const clock = setInterval(tick, TICK_MS);
    return () => {
      clearInterval(clock);
      for (const kind of TOUCHES) removeEventListener(kind, touch);
    };
  }, []);
  return left === null ? null : <StillThere left={left} />;
}

/** Any touch goes on; the button only says so. */
function StillThere({ left }: { left: number }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="idle" aria-labelledby="idle-title">
      <h2 id="idle-title">{kiosk.stillThere}</h2>
      <p aria-live="assertive">{kiosk.clearing(left)}</p>
      <button type="button" className="primary">
        {kiosk.goOn}
      </button>
    </dialog>
  );
}
