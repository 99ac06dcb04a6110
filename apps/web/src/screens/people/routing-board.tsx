import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function RoutingBoard(): ReactNode {
  return <Page title={shell.liaisons}>{null}</Page>;
}
