import { useId } from 'react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a screen under its own heading and hairline. */
export function Section({ title, aside, actions, children }: Props): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
        <div className="section-actions">{actions}</div>
      </div>
      {children}
    </section>
  );
}

/** Names and values, one under the other on a phone. */
export function Facts({ of }: { of: [name: string, value: ReactNode][] }): ReactNode {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
