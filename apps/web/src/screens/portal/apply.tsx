import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function Apply(): ReactNode {
  return <Page title={shell.apply}>{null}</Page>;
}
