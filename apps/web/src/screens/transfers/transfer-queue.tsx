import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function TransferQueue(): ReactNode {
  return <Page title={shell.transfers}>{null}</Page>;
}
