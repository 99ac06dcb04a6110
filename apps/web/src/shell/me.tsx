import { createContext, useContext } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getMe } from '#libs/contracts/gateway.js';

export type Me = Output<typeof getMe>;

const Context = createContext<Me | null>(null);
export const MeProvider = Context.Provider;

/** Who is signed in; below the shell there is always somebody. */
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error('outside the shell');
  return me;
}

/** Whether the signed-in person may, as the gateway says; the page shows what it may do, the owner decides. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
