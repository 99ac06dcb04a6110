import type { ReactNode } from 'react';
import type { CaseTab } from './case-page.js';
import { Documents } from './documents.js';
import { Originals } from './originals.js';

/** 材料: every file of the case with its versions, and the originals the unit has lent. */
export function MaterialsTab({ of }: CaseTab): ReactNode {
  return (
    <>
      <Documents of={of} />
      <Originals of={of} />
    </>
  );
}
