import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { forms } from '../texts/forms.js';

interface Props<T> {
  value?: T[];
  onChange?: (rows: T[]) => void;
  /** What a new row begins with. */
  blank: T;
  /** The name of one row, as 缺失条件. */
  name: string;
  render: (row: T, change: (part: Partial<T>) => void) => ReactNode;
}

/** Several rows of one kind in a form: each may be changed and taken out, more may be added. */
export function RowsField<T extends object>({ value = [], onChange, blank, name, render }: Props<T>): ReactNode {
  return (
    <div className="rows-field">
      {value.map((row, at) => (
        <fieldset key={at}>
          <legend>
            {name} {at + 1}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={forms.removeRow(`${name} ${at + 1}`)}
              onClick={() => onChange?.(value.toSpliced(at, 1))}
            />
          </legend>
          {render(row, (part) => onChange?.(value.with(at, { ...row, ...part })))}
        </fieldset>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange?.([...value, blank])}>
        {forms.addRow(name)}
      </Button>
    </div>
  );
}
