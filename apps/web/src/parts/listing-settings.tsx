import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { listing } from '../texts/listing.js';
import { moved, orderedOf, shownOf } from './listing-columns.js';
import type { Named } from './listing-columns.js';

interface Props {
  columns: Named[];
  keys: string[] | null;
  onKeys: (keys: string[] | null) => void;
}

/** Which columns are shown, and in which order. */
export function ColumnSettings({ columns, keys, onKeys }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const shown = shownOf(columns, keys).map(({ key }) => key);
  const toggle = (key: string) => onKeys(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  return (
    <>
      <Button icon={<SettingOutlined />} className="listing-columns-opener" onClick={() => setOpen(true)}>
        {listing.columns}
      </Button>
      <Modal
        open={open}
        title={listing.columns}
        onCancel={() => setOpen(false)}
        footer={[
          <Button key="original" onClick={() => onKeys(null)}>
            {listing.original}
          </Button>,
          <Button key="close" type="primary" onClick={() => setOpen(false)}>
            {listing.close}
          </Button>,
        ]}
      >
        <p className="soft">{listing.columnsHint}</p>
        <ul className="plain listing-columns">
          {orderedOf(columns, keys).map(({ key, title }) => (
            <li key={key}>
              <Checkbox
                checked={shown.includes(key)}
                disabled={shown.length === 1 && shown.includes(key)}
                onChange={() => toggle(key)}
              >
                {title}
              </Checkbox>
              {shown.includes(key) && (
                <span>
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    aria-label={listing.up(title)}
                    disabled={shown.indexOf(key) === 0}
                    onClick={() => onKeys(moved(shown, key, -1))}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined />}
                    aria-label={listing.down(title)}
                    disabled={shown.indexOf(key) === shown.length - 1}
                    onClick={() => onKeys(moved(shown, key, 1))}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
