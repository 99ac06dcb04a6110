import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function ReviewQueue(): ReactNode {
  return <Page title={shell.jointReviews}>{null}</Page>;
}
