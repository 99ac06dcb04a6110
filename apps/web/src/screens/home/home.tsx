import { lazy } from 'react';
import type { ReactNode } from 'react';
import { useLive } from '../../api/live.js';
import { useMe } from '../../shell/me.js';
import './home.css';

// Each a chunk of its own: an agent does not load the unit's portal.
const Portal = lazy(async () => ({ default: (await import('../portal/portal.js')).Portal }));
const DepartmentHome = lazy(async () => ({ default: (await import('./department-home.js')).DepartmentHome }));
const AgentHome = lazy(async () => ({ default: (await import('./agent-home.js')).AgentHome }));

/** 工作台: the first screen, by who sits before it. */
export function Home(): ReactNode {
  useLive([]);
  const { kind } = useMe();
  switch (kind) {
    case 'unit':
      return <Portal />;
    case 'department':
      return <DepartmentHome />;
    default:
      return <AgentHome />;
  }
}
