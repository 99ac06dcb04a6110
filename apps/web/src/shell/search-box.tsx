import { SearchOutlined } from '@ant-design/icons';
import { Button, Empty, Input, Modal } from 'antd';
import type { InputRef } from 'antd';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../api/hooks.js';
import { listCases } from '../api/operations.js';
import { shell } from '../texts/shell.js';

/** Ctrl/⌘ K: two characters find a project, a unit or a code. */
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

function Finder({ onGo }: { onGo: () => void }): ReactNode {
  const [q, setQ] = useState('');
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  const found = useAsk(listCases, q.trim().length >= 2 ? { q: q.trim(), pageSize: 10 } : null);
  return (
    <>
      <Input
        ref={input}
        value={q}
        aria-label={shell.search}
        placeholder={shell.searchHint}
        allowClear
        onChange={({ target }) => setQ(target.value)}
      />
      <ul className="found">
        {found.data?.items.map(({ id, projectName, number, unitName }) => (
          <li key={id}>
            <Link to="/cases/$caseId" params={{ caseId: id }} onClick={onGo}>
              {projectName}
              <small>
                {number} · {unitName}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      {found.data?.items.length === 0 && <Empty description={shell.nothingFound} />}
    </>
  );
}
