import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { client } from '../api/client.js';
import { registerDocument } from '../api/operations.js';
import { forms } from '../texts/forms.js';
import { Problem } from './problem.js';

interface Kept {
  caseId: string;
  itemCode: string;
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  /** With it the file is registered among the case's documents, and the value is the document's id instead of the file's. */
  keptIn?: Kept;
  label?: string;
}

/** A file of the reader's computer: sent at once, its id is the field's value. */
export function FileField({ id, value, onChange, keptIn, label }: Props): ReactNode {
  const hint = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: (file: File) => send(file, keptIn),
    onSuccess: (sent) => onChange?.(sent),
  });
  const name = sending.variables?.name ?? '';
  return (
    <span className="file-field">
      <input
        ref={chooser}
        type="file"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) sending.mutate(file);
          target.value = '';
        }}
      />
      <Button
        {...(id ? { id } : {})}
        icon={<PaperClipOutlined />}
        loading={sending.isPending}
        aria-describedby={hint}
        {...(label ? { 'aria-label': `${forms.chooseFile}:${label}` } : {})}
        onClick={() => chooser.current?.click()}
      >
        {value ? forms.anotherFile : forms.chooseFile}
      </Button>
      <span id={hint} className="soft small" role="status">
        {sending.isPending && forms.uploading(name)}
        {!sending.isPending && value && name && forms.uploaded(name)}
      </span>
      {sending.error && <Problem error={sending.error} />}
    </span>
  );
}

async function send(file: File, keptIn: Kept | undefined): Promise<string> {
  const { fileId, ...sent } = await client.upload(file.name, new Uint8Array(await file.arrayBuffer()));
  if (!keptIn) return fileId;
  return (await client.call(registerDocument, { ...keptIn, fileId, ...sent, kind: 'material' })).id;
}
