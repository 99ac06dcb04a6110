import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function Institutions(): ReactNode {
  return <Page title={shell.institutions}>{null}</Page>;
}
