import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function FilingQueue(): ReactNode {
  return <Page title={shell.approvals}>{null}</Page>;
}
