import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function Home(): ReactNode {
  return <Page title={shell.home}>{null}</Page>;
}
