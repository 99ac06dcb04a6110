import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { shell } from '../../texts/shell.js';

export function PreReviewQueue(): ReactNode {
  return <Page title={shell.preReviews}>{null}</Page>;
}
