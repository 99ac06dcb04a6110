import type { ReactNode } from 'react';

export function Progress({ token }: { token: string }): ReactNode {
  return token;
}
