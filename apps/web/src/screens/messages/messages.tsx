import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function Messages(): ReactNode {
  return <Page title={shell.messages}>{null}</Page>;
}
