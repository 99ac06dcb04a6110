import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { stranger } from '../api/client.js';
import { signIn } from '../api/operations.js';
import { keepSession } from '../api/session.js';
import { light } from '../texts/light.js';
import { locale, setLocale } from '../texts/texts.js';

/** Where the visitor wanted to go: a path of this site, never another's address. */
function wanted(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

export function SignIn(): ReactNode {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username'));
    setBusy(true);
    setFault('');
    try {
      const input = { username, password: String(form.get('password')) };
      keepSession({ username, ...(await stranger.call(signIn, input, { locale: locale() })) });
      location.assign(wanted());
    } catch (error) {
      setFault(error instanceof Refused ? error.sentence : light.unreachable);
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <h1>{light.product}</h1>
        <p>{light.motto}</p>
        <form onSubmit={(event) => void submit(event)}>
          <label>
            {light.username}
            <input name="username" autoComplete="username" required autoFocus autoCapitalize="none" />
          </label>
          <label>
            {light.password}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <p role="alert" className="fault">
            {fault}
          </p>
          <button type="submit" disabled={busy}>
            {busy ? light.signingIn : light.signIn}
          </button>
        </form>
        <p className="sign-in-foot">
          <a href="/responsibilities">{light.lists}</a>
          <button type="button" className="link" onClick={() => setLocale(locale() === 'zh' ? 'en' : 'zh')}>
            {light.language}
          </button>
        </p>
      </section>
    </main>
  );
}
