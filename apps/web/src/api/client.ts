import { Client, Unreachable } from '#libs/client/client.js';
import { locale } from '../texts/texts.js';
import { setLost } from './connection.js';
import { refreshSession } from './operations.js';
import { forgetSession, keepSession, readSession, signInPage } from './session.js';

type Raw = Client['raw'];

/** How a page gets a new sign-in when the session has ended: by default it leaves for the sign-in page. */
let askToSignIn = (): Promise<void> => {
  location.assign(signInPage());
  return new Promise(() => undefined);
};
/** The workbench asks in place, so that a half-filled form is not lost. */
export const onExpiry = (ask: () => Promise<void>): void => {
  askToSignIn = ask;
};

/** The gateway's client in a browser: it renews the session by itself and says when the connection is lost. */
class BrowserClient extends Client {
  override async raw(...[method, path, init]: Parameters<Raw>): ReturnType<Raw> {
    const sent = readSession()?.accessToken;
    const headers = { ...init?.headers, 'accept-language': locale() === 'zh' ? 'zh-CN' : 'en' };
    const reply = await this.heard(super.raw(method, path, { ...init, headers }));
    if (reply.status !== 401 || !sent) return reply;
    await renew(sent);
    return await this.heard(super.raw(method, path, { ...init, headers }));
  }

  protected override authorization(): Record<string, string> {
    const session = readSession();
    return session ? { authorization: `Bearer ${session.accessToken}` } : {};
  }

  private async heard<T>(reply: Promise<T>): Promise<T> {
    try {
      const heard = await reply;
      setLost(false);
      return heard;
    } catch (error) {
      if (error instanceof Unreachable) setLost(true);
      throw error;
    }
  }
}

const PATIENCE = 12;
export const client = new BrowserClient(location.origin, PATIENCE);
/** Without a session: for signing in and for refreshing. */
export const stranger = new Client(location.origin, PATIENCE);

/** One tab renews for all: a refresh token works once. */
async function renew(expired: string): Promise<void> {
  const once = async (): Promise<void> => {
    const session = readSession();
    if (session && session.accessToken !== expired) return;
    const renewed =
      session && (await stranger.call(refreshSession, { refreshToken: session.refreshToken }).catch(() => null));
    if (session && renewed) return keepSession({ ...session, ...renewed });
    await askToSignIn();
  };
  await ((navigator.locks as LockManager | undefined) ? navigator.locks.request('session', once) : once());
}

export function signOutHere(): void {
  forgetSession();
  location.assign('/sign-in');
}
