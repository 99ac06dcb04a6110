import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  options: string[] | { value: string; label: string }[];
}

/** Several of a list, one below the other. The form's `aria-required` stays out of it: a group may not carry it. */
export function CheckList({ id, value = [], onChange, options }: Props): ReactNode {
  return (
    <Checkbox.Group
      {...(id ? { id } : {})}
      className="stacked"
      value={value}
      options={options}
      onChange={(next) => onChange?.(next)}
    />
  );
}
