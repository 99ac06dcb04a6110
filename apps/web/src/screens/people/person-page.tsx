import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function PersonPage(): ReactNode {
  return <Page title={shell.people}>{null}</Page>;
}
