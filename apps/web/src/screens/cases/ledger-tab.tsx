import type { ReactNode } from 'react';
import type { CaseTab } from './case-page.js';

export function LedgerTab({ of }: CaseTab): ReactNode {
  return <p>{of.number}</p>;
}
