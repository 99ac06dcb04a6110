import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { conflicts } from '../texts/conflicts.js';
import { shell } from '../texts/shell.js';
import type { Difference } from './differences.js';

interface Props<T> {
  differences: Difference<T>[];
  /** The name of a field and its value as people read them. */
  labelOf: (field: keyof T & string) => string;
  show: (value: unknown) => ReactNode;
  onCancel: () => void;
  /** The fields whose own value is kept; the others stay as they are now. */
  onResolve: (mine: (keyof T & string)[]) => void;
}

/** Two have changed the same: the fields that differ, side by side, one to choose for each. Nothing typed is lost. */
export function ConflictDialog<T>({ differences, labelOf, show, onCancel, onResolve }: Props<T>): ReactNode {
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const choose = (field: string, whose: 'mine' | 'theirs') =>
    setTheirs((before) => [...before.filter((each) => each !== field), ...(whose === 'theirs' ? [field] : [])]);
  const kept = differences.map(({ field }) => field).filter((field) => !theirs.includes(field));
  return (
    <Modal
      open
      title={conflicts.title}
      onCancel={onCancel}
      width={680}
      footer={[
        <Button key="cancel" onClick={onCancel}>
          {shell.cancel}
        </Button>,
        <Button key="save" type="primary" onClick={() => onResolve(kept)}>
          {conflicts.save}
        </Button>,
      ]}
    >
      <p>{conflicts.what}</p>
      <ul className="plain conflict">
        {differences.map(({ field, mine, theirs: other }) => (
          <li key={field}>
            <strong id={`conflict-${field}`}>{labelOf(field)}</strong>
            <Radio.Group
              aria-labelledby={`conflict-${field}`}
              value={theirs.includes(field) ? 'theirs' : 'mine'}
              onChange={({ target }) => choose(field, target.value === 'theirs' ? 'theirs' : 'mine')}
              options={[
                {
                  value: 'mine',
                  label: (
                    <span>
                      {conflicts.mine}:{show(mine)}
                    </span>
                  ),
                },
                {
                  value: 'theirs',
                  label: (
                    <span>
                      {conflicts.theirs}:{show(other)}
                    </span>
                  ),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
