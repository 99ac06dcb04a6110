import type { ReactNode } from 'react';
import type { CaseTab } from './case-page.js';

export function NotesTab({ of }: CaseTab): ReactNode {
  return <p>{of.number}</p>;
}
