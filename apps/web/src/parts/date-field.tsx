import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { forms } from '../texts/forms.js';
import { day } from './dates.js';
import { useToday } from './now.js';
import { typedDay } from './typed-day.js';

interface Props {
  /** A plain date; a `Form.Item` gives value and onChange. */
  value?: string | null;
  onChange?: (day: string | null) => void;
  id?: string;
  min?: string;
  max?: string;
  'aria-label'?: string;
}

/** A day to type or to pick: `2026-11-23`, `11-23` and `20261123` are all understood; what was read is said in words. */
export function DateField({ value, onChange, id, min, max, 'aria-label': label }: Props): ReactNode {
  const today = useToday();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if (typedDay(text, today) !== (value ?? null)) setText(value ?? '');
  }
  const read = typedDay(text, today);
  const wrong = text !== '' && read === null;
  const type = (next: string) => {
    setText(next);
    const typed = typedDay(next, today);
    setShown(typed);
    onChange?.(typed);
  };
  return (
    <div className="date-field">
      <Space.Compact block>
        <Input
          id={id}
          aria-label={label}
          aria-invalid={wrong}
          status={wrong ? 'error' : ''}
          placeholder="YYYY-MM-DD"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={({ target }) => type(target.value)}
          onBlur={() => read && setText(read)}
        />
        <Button icon={<CalendarOutlined />} aria-label={forms.pickDay} onClick={() => picker.current?.showPicker()} />
      </Space.Compact>
      <input
        ref={picker}
        type="date"
        className="date-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={read ?? ''}
        min={min}
        max={max}
        onChange={({ target }) => type(target.value)}
      />
      <small className={wrong ? 'fault' : 'soft'}>{wrong ? forms.noDay : read ? day(read, today) : ''}</small>
    </div>
  );
}
