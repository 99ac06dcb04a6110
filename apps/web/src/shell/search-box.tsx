import { SearchOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { shell } from '../texts/shell.js';

const Finder = lazy(async () => ({ default: (await import('./finder.js')).Finder }));

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
        <Suspense fallback={null}>
          <Finder onGo={() => setOpen(false)} />
        </Suspense>
      </Modal>
    </>
  );
}
