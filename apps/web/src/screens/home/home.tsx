import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { useMe } from '../../shell/me.js';
import { shell } from '../../texts/shell.js';
import { Portal } from '../portal/portal.js';

export function Home(): ReactNode {
  return useMe().kind === 'unit' ? <Portal /> : <Page title={shell.home}>{null}</Page>;
}
