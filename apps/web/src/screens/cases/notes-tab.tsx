import type { ReactNode } from 'react';
import type { CaseTab } from './case-page.js';
import { Consultations } from './consultations.js';
import { Notes } from './notes.js';

/** 咨询与便笺: what the unit asks and is told, and what agents remember. */
export function NotesTab({ of }: CaseTab): ReactNode {
  return (
    <div className="two">
      <Consultations of={of} />
      <Notes of={of} />
    </div>
  );
}
