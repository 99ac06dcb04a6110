import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PauseCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Mark } from '../../parts/marks.js';
import { clockLights, filingStates, filings, results } from '../../texts/filings.js';
import type { Clock } from './clock-words.js';
import type { FilingRow } from './filing.js';

const TONES = {
  draft: 'ink',
  submitted: 'indigo',
  cancelled: 'ink',
  not_accepted: 'cinnabar',
  correcting: 'gold',
  corrected: 'indigo',
  accepted: 'jade',
  in_review: 'jade',
  special_procedure: 'gold',
  withdrawn: 'ink',
  decided: 'jade',
  revoked: 'cinnabar',
} as const;

/** Where a filing stands, with the result once it is decided. */
export function FilingState({ of: { state, result, toBeVerified } }: { of: FilingRow }): ReactNode {
  if (toBeVerified) return <Mark tone="indigo">{filings.queueVerify}</Mark>;
  const tone = state === 'decided' && result === 'refused' ? 'cinnabar' : TONES[state];
  const words = filingStates[state];
  return <Mark tone={tone}>{state === 'decided' && result ? `${words} · ${results[result]}` : words}</Mark>;
}

const LIGHTS = {
  none: { tone: 'ink', icon: <MinusCircleOutlined /> },
  normal: { tone: 'jade', icon: <ClockCircleOutlined /> },
  yellow: { tone: 'gold', icon: <ClockCircleOutlined /> },
  orange: { tone: 'gold', icon: <ExclamationCircleFilled /> },
  red: { tone: 'cinnabar', icon: <WarningFilled /> },
  stopped: { tone: 'indigo', icon: <PauseCircleOutlined /> },
} as const;

/** The light of a clock: a shape, a word and a colour (R104). */
export function ClockLight({ light, children }: { light: Clock['light']; children?: ReactNode }): ReactNode {
  const { tone, icon } = LIGHTS[light];
  return (
    <Mark tone={tone} icon={icon}>
      {children ?? clockLights[light]}
    </Mark>
  );
}
