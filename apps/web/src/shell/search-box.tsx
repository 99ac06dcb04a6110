import { SearchOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { shell } from '../texts/shell.js';
import { Finder } from './finder.js';

/** Ctrl/⌘ K: two characters find a project, a unit, an item or a code. */
export function SearchBox(): ReactNode {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button className="search-opener" icon={<SearchOutlined />} onClick={() => setOpen(true)}>
        <span className="search-label">{shell.search}</span> <kbd>Ctrl K</kbd>
      </Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={shell.search} destroyOnHidden>
        <Finder onGo={() => setOpen(false)} />
      </Modal>
    </>
  );
}
