import { CalendarOutlined, ClockCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { useToday } from '../../parts/now.js';
import { ageOf, dueWords } from './due.js';

const AGES = {
  red: { tone: 'cinnabar', icon: <WarningFilled /> },
  gold: { tone: 'gold', icon: <ClockCircleOutlined /> },
  blue: { tone: 'indigo', icon: <CalendarOutlined /> },
} as const;

/** By when, as a shape, a word, a colour and the day itself. */
export function DueMark({ on }: { on: string }): ReactNode {
  const today = useToday();
  const { tone, icon } = AGES[ageOf(on, today)];
  return (
    <span className="due">
      <Mark tone={tone} icon={icon}>
        {dueWords(on, today)}
      </Mark>
      <span className="soft small">{day(on, today)}</span>
    </span>
  );
}
