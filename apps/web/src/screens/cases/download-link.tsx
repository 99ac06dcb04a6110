import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { download } from '../../api/files.js';
import { shell } from '../../texts/shell.js';

/** A file of the case by its name; the bytes come under the reader's own session. */
export function DownloadLink({ of }: { of: { id: string; name: string } }): ReactNode {
  return <Download path={`/api/v1/documents/${of.id}/content`} name={of.name} label={of.name} />;
}

interface Props {
  path: string;
  name: string;
  label: string;
}

export function Download({ path, name, label }: Props): ReactNode {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const get = async () => {
    setBusy(true);
    try {
      await download(path, name);
    } catch (error) {
      void message.error(error instanceof Refused ? error.sentence : shell.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button type="link" size="small" icon={<DownloadOutlined />} loading={busy} onClick={() => void get()}>
      {label}
    </Button>
  );
}
