import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readSession } from '../api/session.js';
import { Problem } from './problem.js';

/** Opens a file of the platform; its content needs the reader's session, so that it is no plain link. */
export function FileLink({ fileId, label }: { fileId: string; label: string }): ReactNode {
  const opening = useMutation({ mutationFn: () => open(fileId) });
  return (
    <>
      <Button type="link" className="as-text" loading={opening.isPending} onClick={() => opening.mutate()}>
        {label}
      </Button>
      {opening.error && <Problem error={opening.error} />}
    </>
  );
}

async function open(fileId: string): Promise<void> {
  const headers = { authorization: `Bearer ${readSession()?.accessToken ?? ''}` };
  const response = await fetch(`/api/v1/files/${fileId}`, { headers });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
}
