import { Button, Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { onExpiry, stranger } from '../api/client.js';
import { signIn } from '../api/operations.js';
import { forgetSession, keepSession, readSession, signInPage } from '../api/session.js';
import { Problem } from '../parts/problem.js';
import { shell } from '../texts/shell.js';

/** Asks for the password in place when the session has ended: the request that found it out then goes on. */
export function Renewal(): ReactNode {
  const [goOn, setGoOn] = useState<(() => void) | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => onExpiry(() => new Promise((resolve) => setGoOn(() => resolve))), []);
  const username = readSession()?.username ?? '';

  const renew = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      keepSession({ username, ...(await stranger.call(signIn, { username, password })) });
      setError(null);
      setGoOn(null);
      goOn?.();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const leave = () => {
    forgetSession();
    location.assign(signInPage());
  };
  return (
    <Modal open={goOn !== null} title={shell.expiredTitle} closable={false} footer={null} destroyOnHidden>
      <p>{shell.expired}</p>
      <Form layout="vertical" onFinish={(values: { password: string }) => void renew(values)}>
        <Form.Item label={shell.username}>
          <Input value={username} disabled />
        </Form.Item>
        <Form.Item label={shell.password} name="password" rules={[{ required: true }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        {error ? <Problem error={error} /> : null}
        <Button type="primary" htmlType="submit" loading={busy}>
          {shell.signIn}
        </Button>
        <Button type="link" onClick={leave}>
          {shell.otherAccount}
        </Button>
      </Form>
    </Modal>
  );
}
