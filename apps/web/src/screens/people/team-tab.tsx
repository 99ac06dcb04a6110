import type { ReactNode } from 'react';
import type { CaseTab } from '../cases/case-page.js';

export function TeamTab({ of }: CaseTab): ReactNode {
  return <p>{of.number}</p>;
}
