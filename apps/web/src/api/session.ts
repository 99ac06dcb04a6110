/** Who is signed in, shared by all tabs of this browser. */
export interface Session {
  accessToken: string;
  refreshToken: string;
  username: string;
}

const KEPT = 'session';

export function readSession(): Session | null {
  const text = localStorage.getItem(KEPT);
  return text === null ? null : (JSON.parse(text) as Session);
}

export const keepSession = (session: Session): void => localStorage.setItem(KEPT, JSON.stringify(session));
export const forgetSession = (): void => localStorage.removeItem(KEPT);

/** The sign-in page, which leads back to `path` afterwards. */
export const signInPage = (path = location.pathname + location.search): string =>
  `/sign-in?next=${encodeURIComponent(path)}`;
