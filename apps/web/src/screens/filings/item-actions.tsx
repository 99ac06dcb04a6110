import type { ReactNode } from 'react';
import type { CaseDetail } from '../cases/case-page.js';

export function ItemActions(_: { of: CaseDetail; item: CaseDetail['items'][number] }): ReactNode {
  return null;
}
