import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { forms } from '../texts/forms.js';

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  'aria-label'?: string;
}

/** A day, typed as 2026-11-23 (20261123 will do) or taken from the browser's own calendar: antd's is not for the keyboard. */
export function DateField({ id, value = '', onChange, ...named }: Props): ReactNode {
  const calendar = useRef<HTMLInputElement>(null);
  const tidy = (text: string) => onChange?.(text.trim().replace(/^(\d{4})[./]?(\d{2})[./]?(\d{2})$/, '$1-$2-$3'));
  return (
    <span className="date-field">
      <Input
        {...(id ? { id } : {})}
        {...named}
        value={value}
        placeholder="YYYY-MM-DD"
        inputMode="numeric"
        autoComplete="off"
        onChange={({ target }) => onChange?.(target.value)}
        onBlur={({ target }) => tidy(target.value)}
      />
      <input
        ref={calendar}
        type="date"
        className="date-field-native"
        tabIndex={-1}
        aria-hidden
        value={isDay(value) ? value : ''}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <Button
        icon={<CalendarOutlined />}
        tabIndex={-1}
        aria-label={forms.calendar}
        onClick={() => calendar.current?.showPicker()}
      />
    </span>
  );
}

/** A day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** The rule of a form item that holds a day. */
export const dayRule = {
  validator: (_: unknown, value: unknown): Promise<void> =>
    !value || (typeof value === 'string' && isDay(value))
      ? Promise.resolve()
      : Promise.reject(new Error(forms.notADay)),
};
