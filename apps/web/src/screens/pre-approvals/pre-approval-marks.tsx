import type { ReactNode } from 'react';
import { Mark } from '../../parts/marks.js';
import { preApprovalStates } from '../../texts/pre-approvals.js';

const TONES = {
  applied: 'indigo',
  returned: 'gold',
  refused: 'cinnabar',
  issued: 'jade',
  on_hold: 'gold',
  converted: 'jade',
  void: 'cinnabar',
  lapsed: 'ink',
} as const;

export const PreApprovalState = ({ state }: { state: keyof typeof TONES }): ReactNode => (
  <Mark tone={TONES[state]}>{preApprovalStates[state]}</Mark>
);
