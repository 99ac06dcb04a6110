import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { shell } from '../texts/shell.js';

interface Props {
  title: string;
  /** Beside the title: states, lights. */
  aside?: ReactNode;
  /** What can be done here. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: its one heading, which is the window's title too, its actions, its content. */
export function Page({ title, aside, actions, children }: Props): ReactNode {
  useEffect(() => {
    document.title = `${title} · ${shell.product}`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {aside}
        <div className="page-actions">{actions}</div>
      </div>
      {children}
    </>
  );
}
