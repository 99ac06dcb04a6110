import { UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { upload } from '../../api/files.js';
import type { Uploaded } from '../../api/files.js';
import { Problem } from '../../parts/problem.js';
import { papers } from '../../texts/case-papers.js';

interface Props {
  /** Registers what was sent; until it is done the next file waits. */
  onSent: (file: Uploaded) => Promise<unknown>;
}

/** Files by choice or by drop, one after the other, each with its progress. */
export function Uploader({ onSent }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const sendAll = async (files: readonly File[]) => {
    setError(null);
    try {
      for (const file of files) {
        const progress = (share: number) => setSending({ name: file.name, percent: Math.round(share * 100) });
        progress(0);
        await onSent(await upload(file, progress));
      }
    } catch (caught) {
      setError(caught);
    } finally {
      setSending(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void sendAll([...event.dataTransfer.files]);
  };
  return (
    <div className="uploader" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Button icon={<UploadOutlined />} loading={sending !== null} onClick={() => input.current?.click()}>
        {papers.upload}
      </Button>
      <span className="soft small">{papers.uploadHint}</span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          void sendAll(files);
        }}
      />
      {sending && (
        <div role="status" className="sending">
          <span className="small">{papers.uploading(sending.name, sending.percent)}</span>
          <Progress percent={sending.percent} size="small" showInfo={false} aria-hidden="true" />
        </div>
      )}
      {error ? <Problem error={error} /> : null}
    </div>
  );
}
