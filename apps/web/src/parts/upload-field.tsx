import { UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { upload } from '../api/files.js';
import type { Uploaded } from '../api/files.js';
import { forms } from '../texts/forms.js';
import { Problem } from './problem.js';
import { fileSize } from './file-size.js';

interface Props {
  /** A `Form.Item` gives value, onChange and id. */
  value?: Uploaded | null;
  onChange?: (file: Uploaded | null) => void;
  id?: string;
  accept?: string;
  label?: string;
}

/** One file: it is sent as soon as it is chosen, with its progress; the form holds what the platform knows of it. */
export function UploadField({ value, onChange, id, accept, label = forms.chooseFile }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File) => {
    setError(null);
    const progress = (share: number) => setSending({ name: file.name, percent: Math.round(share * 100) });
    progress(0);
    try {
      onChange?.(await upload(file, progress));
    } catch (caught) {
      setError(caught);
    } finally {
      setSending(null);
    }
  };
  return (
    <div className="file-field">
      <Button id={id} icon={<UploadOutlined />} loading={sending !== null} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void send(file);
        }}
      />
      {value && (
        <span className="small">
          {value.name} <span className="soft">{fileSize(value.size)}</span>
        </span>
      )}
      {sending && (
        <div role="status" className="sending">
          <span className="small">{forms.sent(sending.name, sending.percent)}</span>
          <Progress percent={sending.percent} size="small" showInfo={false} aria-hidden="true" />
        </div>
      )}
      {error ? <Problem error={error} /> : null}
    </div>
  );
}
