import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { agreements } from '../../texts/portal.js';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  text: string;
  /** What may be done once the reader has come to the end. */
  foot?: (read: boolean) => ReactNode;
}

/** A document to be read in full, as on paper; it prints alone. */
export function Sheet({ title, open, onClose, text, foot }: Props): ReactNode {
  const [read, setRead] = useState(false);
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={title}
      width={820}
      destroyOnHidden
      className="sheet-dialog"
      footer={
        <>
          <Button onClick={() => print()}>{agreements.print}</Button>
          {foot?.(read)}
        </>
      }
    >
      <Paper title={title} text={text} onEnd={() => setRead(true)} />
    </Modal>
  );
}

function Paper({ title, text, onEnd }: { title: string; text: string; onEnd: () => void }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && onEnd(), { root: frame.current });
    seen.observe(end.current);
    return () => seen.disconnect();
    // The sheet is read once; `onEnd` only marks that.
  }, []);
  return (
    <div ref={frame} className="sheet" tabIndex={0} role="document" aria-label={title}>
      {text}
      <span ref={end} />
    </div>
  );
}
