import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function Catalogue(): ReactNode {
  return <Page title={shell.catalogue}>{null}</Page>;
}
