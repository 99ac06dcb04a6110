import { ClockCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { caseStates, itemStates, lights } from '../texts/words.js';

type Tone = 'ink' | 'jade' | 'gold' | 'cinnabar' | 'indigo';

/** A word in a quiet frame; the tone helps, the word says it. Plain markup: long lists have hundreds. */
export function Mark({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <span className={`mark mark-${tone}`}>
      {icon}
      {children}
    </span>
  );
}

const LIGHT = {
  yellow: { tone: 'gold', icon: <ClockCircleOutlined /> },
  orange: { tone: 'gold', icon: <ExclamationCircleFilled /> },
  red: { tone: 'cinnabar', icon: <WarningFilled /> },
} as const;

/** The warning of a deadline (R104): a shape, a word and a colour. */
export function Light({ light }: { light: keyof typeof LIGHT | null }): ReactNode {
  if (light === null) return null;
  const { tone, icon } = LIGHT[light];
  return (
    <Mark tone={tone} icon={icon}>
      {lights[light]}
    </Mark>
  );
}

const CASE_TONES = {
  draft: 'gold',
  applied: 'indigo',
  active: 'jade',
  closing: 'indigo',
  closed: 'ink',
  terminated: 'ink',
} as const;

export const CaseState = ({ state }: { state: keyof typeof CASE_TONES }): ReactNode => (
  <Mark tone={CASE_TONES[state]}>{caseStates[state]}</Mark>
);

const ITEM_TONES = {
  not_started: 'ink',
  pre_approved: 'indigo',
  submitted: 'indigo',
  not_accepted: 'cinnabar',
  correcting: 'gold',
  accepted: 'jade',
  special_procedure: 'gold',
  to_be_verified: 'indigo',
  decided: 'jade',
  ended: 'ink',
  revoked: 'cinnabar',
} as const;

export const ItemState = ({ state }: { state: keyof typeof ITEM_TONES }): ReactNode => (
  <Mark tone={ITEM_TONES[state]}>{itemStates[state]}</Mark>
);
