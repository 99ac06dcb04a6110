import type { ReactNode } from 'react';
import { useLive } from '../../api/live.js';
import { useMe } from '../../shell/me.js';
import { Portal } from '../portal/portal.js';
import { AgentHome } from './agent-home.js';
import { DepartmentHome } from './department-home.js';
import './home.css';

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
