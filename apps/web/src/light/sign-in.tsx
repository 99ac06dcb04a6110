import { useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { stranger } from '../api/client.js';
import { getTime, signIn } from '../api/operations.js';
import { keepSession } from '../api/session.js';
import { Seal } from '../shell/seal.js';
import { light } from '../texts/light.js';
import { locale } from '../texts/texts.js';
import { sentenceOf, useAsked } from './asking.js';
import { Switches, useTitle } from './frame.js';
import { Road } from './road.js';

type Faults = { username?: string; password?: string; form?: string };

/** Where the visitor wanted to go: a path of this site, never another's address. */
function wanted(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

/** A refusal beside the field that it speaks of. */
function faultsOf(error: unknown): Faults {
  if (!(error instanceof Refused)) return { form: sentenceOf(error) };
  if (error.code === 'wrong_credentials') return { password: error.sentence };
  const [field] = error.body.errors ?? [];
  if (field?.pointer === '/username') return { username: field.detail };
  if (field?.pointer === '/password') return { password: field.detail };
  return { form: error.sentence };
}

export function SignIn(): ReactNode {
  useTitle(light.signIn);
  return (
    <div className="door">
      <header className="door-front">
        <div className="door-brand">
          <Seal size={48} />
          <span>
            <strong>{light.product}</strong>
            <small>{light.motto}</small>
          </span>
        </div>
        <p className="door-promise">
          <span>{light.promise}</span> <span>{light.promiseMore}</span>
        </p>
        <Road />
        <p className="door-free">{light.free}</p>
      </header>
      <main className="door-form">
        <h1>{light.signIn}</h1>
        <Form />
        <p className="soft">{light.noAccount}</p>
        <footer className="door-foot">
          <nav aria-label={light.withoutSignIn}>
            <a href="/responsibilities">{light.lists}</a>
            <a href="/kiosk">{light.kiosk}</a>
          </nav>
          <Switches />
        </footer>
      </main>
    </div>
  );
}

function Form(): ReactNode {
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username')).trim();
    const password = String(form.get('password'));
    if (!username) return setFaults({ username: light.usernameMissing });
    if (!password) return setFaults({ password: light.passwordMissing });
    setBusy(true);
    setFaults({});
    try {
      keepSession({ username, ...(await stranger.call(signIn, { username, password }, { locale: locale() })) });
      location.assign(wanted());
    } catch (error) {
      setFaults(faultsOf(error));
      setBusy(false);
    }
  };
  return (
    <>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Field name="username" label={light.username} fault={faults.username}>
          <input
            ref={name}
            id="username"
            name="username"
            autoComplete="username"
            autoFocus
            autoCapitalize="none"
            spellCheck={false}
            {...faulty('username', faults.username)}
          />
        </Field>
        <Password fault={faults.password} />
        <p role="alert" className="fault">
          {faults.form}
        </p>
        <button type="submit" className="primary" disabled={busy}>
          {busy ? light.signingIn : light.signIn}
        </button>
      </form>
      <Demo choose={(username) => name.current && (name.current.value = username)} />
    </>
  );
}

const faulty = (name: string, fault: string | undefined) =>
  fault ? { 'aria-invalid': true, 'aria-describedby': `${name}-fault` } : {};

function Field(props: { name: string; label: string; fault: string | undefined; children: ReactNode }): ReactNode {
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.label}</label>
      {props.children}
      <p role="alert" id={`${props.name}-fault`} className="fault">
        {props.fault}
      </p>
    </div>
  );
}

function Password({ fault }: { fault: string | undefined }): ReactNode {
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <Field name="password" label={light.password} fault={fault}>
      <div className="with-button">
        <input
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          onKeyUp={look}
          onKeyDown={look}
          {...faulty('password', fault)}
        />
        <button type="button" className="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? light.hide : light.show}
        </button>
      </div>
      {caps && (
        <p role="status" className="field-note">
          ⇪ {light.capsLock}
        </p>
      )}
    </Field>
  );
}

/** Where business time may be moved, people try things out: the accounts of `npm start`. */
function Demo({ choose }: { choose: (username: string) => void }): ReactNode {
  const { asked } = useAsked('time', () => stranger.call(getTime, {}));
  if (!asked || !('answer' in asked) || asked.answer.mode !== 'demo') return null;
  const accounts = {
    'u-sp025': light.demoUnit,
    'sg-helper': light.demoHelper,
    'r-sg-zrj': light.demoReviewer,
    admin: light.demoAdministrator,
  };
  return (
    <div className="door-demo">
      {light.demo}
      <br />
      {Object.entries(accounts).map(([username, who]) => (
        <button key={username} type="button" className="quiet" onClick={() => choose(username)}>
          {who} <code>{username}</code>
        </button>
      ))}
    </div>
  );
}
