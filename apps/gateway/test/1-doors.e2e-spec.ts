import { Validator } from '@seriousme/openapi-schema-validator';
import { Client } from '#libs/client/client.js';
import { createAccount, disableAccount, getMe, refreshSession, signIn, signOut } from '#libs/contracts/gateway.js';
import { testPlatformUrl } from '#libs/testing/config.js';
import { DEMO_PASSWORD } from '#tools/demo/stage.js';

const reviewer = () => ({
  username: `doors-${Date.now().toString(36)}-${Math.trunc(Math.random() * 1e6)}`,
  password: DEMO_PASSWORD,
  subject: { kind: 'department', departmentCode: 'LQ-ZRJ', name: '审查员' } as const,
});

describe('the doors of the platform', () => {
  let admin: Client;
  const anyone = new Client(testPlatformUrl());
  beforeAll(async () => {
    admin = await Client.signIn(testPlatformUrl(), 'admin', DEMO_PASSWORD);
  });

  it('serves a valid OpenAPI 3.1 description with an example and a permission on every route', async () => {
    const { body } = await anyone.raw('GET', '/api/openapi.json');
    const result = await new Validator().validate(body as Record<string, unknown>);
    expect(result).toMatchObject({ valid: true });
    const paths = (body as { paths: Record<string, Record<string, { 'x-permission'?: string }>> }).paths;
    const silent = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        operation['x-permission'] ? [] : [`${method} ${path}`],
      ),
    );
    expect(silent).toEqual([]);
  });

  it('has a page to read, health and metrics', async () => {
    expect((await anyone.raw('GET', '/api/docs')).body).toContain('帮代办通 接口文档');
    expect((await anyone.raw('GET', '/health/live')).status).toBe(200);
    expect((await anyone.raw('GET', '/health/ready')).status).toBe(200);
    expect((await anyone.raw('GET', '/metrics')).body).toContain('outbox_oldest_seconds');
  });

  it('knows who is there and lets nobody in without a token or with a forged one', async () => {
    expect(await admin.call(getMe, {})).toMatchObject({ kind: 'administrator', roles: ['administrator'] });
    await expect(anyone.call(getMe, {})).rejects.toMatchObject({ status: 401, code: 'not_signed_in' });
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`;
    await expect(new Client(testPlatformUrl()).withToken(unsigned).call(getMe, {})).rejects.toMatchObject({
      status: 401,
    });
  });

  it('rotates the refresh token, and a used one ends the session for thief and victim', async () => {
    const account = reviewer();
    await admin.call(createAccount, account);
    const first = await anyone.call(
      signIn,
      account.username ? { username: account.username, password: account.password } : account,
    );
    const second = await anyone.call(refreshSession, { refreshToken: first.refreshToken });
    await expect(anyone.call(refreshSession, { refreshToken: first.refreshToken })).rejects.toMatchObject({
      code: 'refresh_token_invalid',
    });
    await expect(anyone.call(refreshSession, { refreshToken: second.refreshToken })).rejects.toMatchObject({
      code: 'refresh_token_invalid',
    });
    await expect(new Client(testPlatformUrl()).withToken(second.accessToken).call(getMe, {})).rejects.toMatchObject({
      status: 401,
    });
  });

  it('locks an account after five wrong passwords, and says for how long', async () => {
    const { username, ...account } = reviewer();
    await admin.call(createAccount, { username, ...account });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(anyone.call(signIn, { username, password: 'wrong' })).rejects.toMatchObject({
        code: 'wrong_credentials',
      });
    }
    await expect(anyone.call(signIn, { username, password: DEMO_PASSWORD })).rejects.toMatchObject({
      status: 423,
      code: 'account_locked',
    });
  });

  it('ends a session at once when it is signed out or its account is disabled', async () => {
    const { username, password, subject } = reviewer();
    const { id: accountId } = await admin.call(createAccount, { username, password, subject });
    const leaving = await Client.signIn(testPlatformUrl(), username, password);
    await leaving.call(signOut, {});
    await expect(leaving.call(getMe, {})).rejects.toMatchObject({ status: 401 });
    const staying = await Client.signIn(testPlatformUrl(), username, password);
    await admin.call(disableAccount, { accountId, reason: '调离' });
    await expect(staying.call(getMe, {})).rejects.toMatchObject({ status: 401 });
    await expect(anyone.call(signIn, { username, password })).rejects.toMatchObject({ code: 'wrong_credentials' });
  });

  it("lets a reviewer do a reviewer's work only", async () => {
    const { username, password, subject } = reviewer();
    await admin.call(createAccount, { username, password, subject });
    const client = await Client.signIn(testPlatformUrl(), username, password);
    await expect(client.call(createAccount, reviewer())).rejects.toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('keeps an uploaded file for its uploader and refuses what a browser would run', async () => {
    const paper = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
    const { fileId, type } = await admin.upload('../../授权 书.pdf', paper);
    expect(type).toBe('application/pdf');
    const back = await admin.raw('GET', `/api/v1/files/${fileId}`);
    expect(back.status).toBe(200);
    expect((await anyone.raw('GET', `/api/v1/files/${fileId}`)).status).toBe(401);
    await expect(admin.upload('x.pdf', new TextEncoder().encode('<html><script>1</script>'))).rejects.toMatchObject({
      status: 415,
    });
  });
});
