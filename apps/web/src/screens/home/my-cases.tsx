import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { getWorkbench } from '#libs/contracts/projects.js';
import { Light } from '../../parts/marks.js';
import { home } from '../../texts/home.js';
import { StageLine } from './stage-line.js';

type Cases = Output<typeof getWorkbench>['cases'];

/** My projects, the worst warning first: where each stands and what comes next. */
export function MyCases({ of }: { of: Cases }): ReactNode {
  if (of.length === 0) return <p className="soft">{home.noCases}</p>;
  return (
    <ul className="plain my-cases">
      {of.map((one) => (
        <li key={one.id}>
          <div className="my-case-head">
            <Link to="/cases/$caseId" params={{ caseId: one.id }}>
              {one.projectName}
            </Link>
            <Light light={one.light} />
            <span className="soft small">
              {one.number} · {one.unitName}
            </span>
          </div>
          <StageLine {...one} />
          <p className="my-case-next">
            <span className="soft">{home.next}</span> {one.nextAction}
          </p>
        </li>
      ))}
    </ul>
  );
}
