import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function PreApprovalPage(): ReactNode {
  return <Page title={shell.preApprovals}>{null}</Page>;
}
