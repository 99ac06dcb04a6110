import { Alert, Button, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Refused, Unreachable } from '#libs/client/client.js';
import { shell } from '../texts/shell.js';

/** What went wrong in the caller's language, its code, and a trace number to copy. */
export function Problem({ error, again }: { error: unknown; again?: () => void }): ReactNode {
  const action = again ? <Button onClick={again}>{shell.again}</Button> : undefined;
  if (error instanceof Unreachable) return <Alert type="warning" showIcon title={shell.unreachable} action={action} />;
  if (!(error instanceof Refused)) return <Alert type="error" showIcon title={String(error)} action={action} />;
  const { code, sentence, body } = error;
  const details = body.errors ?? [];
  return (
    <Alert
      type={error.status >= 500 ? 'error' : 'warning'}
      showIcon
      action={action}
      title={sentence}
      description={
        <>
          {details.length > 0 && (
            <ul className="plain">
              {details.map(({ pointer, detail }) => (
                <li key={pointer}>
                  <code>{pointer}</code> {detail}
                </li>
              ))}
            </ul>
          )}
          <Typography.Text type="secondary" className="small">
            {code}
            {body.traceId ? ' · ' : ''}
            {body.traceId ? (
              <Typography.Text type="secondary" copyable={{ text: body.traceId, tooltips: [shell.copy, shell.copied] }}>
                {shell.trace(body.traceId.slice(0, 8))}
              </Typography.Text>
            ) : null}
          </Typography.Text>
        </>
      }
    />
  );
}
