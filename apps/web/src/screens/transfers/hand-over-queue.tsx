import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function HandOverQueue(): ReactNode {
  return <Page title={shell.handOvers}>{null}</Page>;
}
