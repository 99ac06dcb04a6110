import { randomUUID } from 'node:crypto';
import { createAccount, disableAccount, listAccounts } from '#libs/contracts/gateway.js';
import { agentEvents, unitEvents } from '#libs/contracts/facts.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { PASSWORD, administrator, startGateway, stranger } from './gateway.fixture.js';
import type { Gateway } from './gateway.fixture.js';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
}, 60_000);
afterAll(() => gateway.app.stop());

let count = 0;
const newName = (): string => `clerk-${(count += 1)}`;
const department = { kind: 'department', departmentCode: 'SG-ZRJ', name: '审查员' } as const;

async function reviewer(username = newName()) {
  const account = await gateway.app.run(
    createAccount,
    { username, password: PASSWORD, subject: department },
    administrator,
  );
  return { ...account, signIn: (password = PASSWORD) => gateway.sessions.signIn({ username, password }, stranger) };
}

/** What the access token says; its signature is the strategy's matter. */
function bearerOf({ accessToken }: { accessToken: string }): { accountId: string; sessionId: string } {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string;
    sid: string;
  };
  return { accountId: claims.sub, sessionId: claims.sid };
}
const whoIs = (tokens: { accessToken: string }) => gateway.principals.resolve(bearerOf(tokens));
const rows = (sql: string, ...args: unknown[]): Promise<Record<string, unknown>[]> =>
  gateway.app.source.query(sql, args);

describe('an account', () => {
  it('is opened by administrators only', async () => {
    const input = { username: newName(), password: PASSWORD, subject: department };
    await expect(gateway.app.run(createAccount, input, PLATFORM)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['a weak password', { password: 'abc' }, 'weak_password'],
    ['a department that does not exist', { subject: { ...department, departmentCode: 'XX-NONE' } }, 'unknown_subject'],
    ['an agent not heard of yet', { subject: { kind: 'agent', agentId: randomUUID() } }, 'not_yet_known'],
    ['a unit not heard of yet', { subject: { kind: 'unit', unitId: randomUUID() } }, 'not_yet_known'],
  ] as const)('is not opened with %s', async (_, given, code) => {
    const input = { username: newName(), password: PASSWORD, subject: department, ...given };
    await expect(gateway.app.run(createAccount, input, administrator)).rejects.toMatchObject({ code });
  });

  it('has a name of its own, whatever the case of its letters', async () => {
    const username = newName();
    await reviewer(username);
    await expect(reviewer(username.toUpperCase())).rejects.toMatchObject({
      code: 'username_taken',
      params: { username },
    });
  });

  it('is found by a part of its name, a percent sign being only that', async () => {
    const { username } = await reviewer();
    expect((await gateway.app.run(listAccounts, { q: username }, administrator)).items).toMatchObject([{ username }]);
    expect((await gateway.app.run(listAccounts, { q: '%' }, administrator)).total).toBe(0);
  });

  it('leaves neither its password nor a plain hash of it in the database', async () => {
    const account = await reviewer();
    const [kept] = await rows('SELECT password_hash FROM account WHERE id = $1', account.id);
    expect(kept?.['password_hash']).toMatch(/^\$argon2id\$/);
    const audit = await rows('SELECT after FROM audit_record WHERE entity_id = $1', account.id);
    expect(audit).toMatchObject([{ after: { passwordHash: '•' } }]);
  });

  it('is disabled with all its sessions at once, and answers with its new version', async () => {
    const account = await reviewer();
    const tokens = await account.signIn();
    expect(await whoIs(tokens)).not.toBeNull();
    const disabled = await gateway.app.run(
      disableAccount,
      { accountId: account.id, reason: '调离岗位' },
      administrator,
    );
    const [row] = await rows('SELECT version FROM account WHERE id = $1', account.id);
    expect(disabled).toMatchObject({ disabled: true, version: row?.['version'] });
    expect(await whoIs(tokens)).toBeNull();
    await expect(account.signIn()).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(gateway.sessions.refresh(tokens.refreshToken, stranger)).rejects.toMatchObject({
      code: 'refresh_token_invalid',
    });
  });
});

describe('signing in', () => {
  it('gives tokens that name account and session and nothing else', async () => {
    const account = await reviewer();
    const tokens = await account.signIn();
    const claims = JSON.parse(Buffer.from(tokens.accessToken.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(Object.keys(claims).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
    expect(bearerOf(tokens).accountId).toBe(account.id);
    expect(await rows('SELECT 1 FROM session WHERE refresh_hash = $1', tokens.refreshToken)).toEqual([]);
  });

  it('says the same of a wrong name, a wrong password and a machine that signs in as a person', async () => {
    const account = await reviewer();
    const attempts = [
      () => account.signIn('wrong'),
      () => gateway.sessions.signIn({ username: 'nobody-at-all', password: PASSWORD }, stranger),
      () => gateway.sessions.clientToken({ username: account.username, password: PASSWORD }, stranger),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'wrong_credentials' });
  });

  it('is locked for a quarter of an hour after five wrong passwords, also for the right one, and free again afterwards', async () => {
    const account = await reviewer();
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await expect(account.signIn('wrong')).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(account.signIn()).rejects.toMatchObject({ code: 'account_locked', params: { minutes: 15 } });
    await rows("UPDATE account SET locked_until = now() - interval '1 second' WHERE id = $1", account.id);
    await expect(account.signIn()).resolves.toMatchObject({ tokenType: 'Bearer' });
  });

  it('forgets wrong passwords after a right one', async () => {
    const account = await reviewer();
    for (let round = 1; round <= 2; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1)
        await expect(account.signIn('wrong')).rejects.toMatchObject({ code: 'wrong_credentials' });
      await expect(account.signIn()).resolves.toBeDefined();
    }
  });
});

describe('a session', () => {
  it('lives on by refresh tokens that are good for once', async () => {
    const first = await (await reviewer()).signIn();
    const second = await gateway.sessions.refresh(first.refreshToken, stranger);
    expect(bearerOf(second)).toEqual(bearerOf(first));
    expect(await whoIs(second)).not.toBeNull();
  });

  it('ends when a refresh token is used twice, for whoever holds the newer one too', async () => {
    const first = await (await reviewer()).signIn();
    const second = await gateway.sessions.refresh(first.refreshToken, stranger);
    await expect(gateway.sessions.refresh(first.refreshToken, stranger)).rejects.toMatchObject({
      code: 'refresh_token_invalid',
    });
    await expect(gateway.sessions.refresh(second.refreshToken, stranger)).rejects.toMatchObject({
      code: 'refresh_token_invalid',
    });
    expect(await whoIs(second)).toBeNull();
  });

  it('ends at its time and at its sign-out', async () => {
    const account = await reviewer();
    const [old, left] = [await account.signIn(), await account.signIn()];
    await rows("UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1", bearerOf(old).sessionId);
    expect(await whoIs(old)).toBeNull();
    await expect(gateway.sessions.refresh(old.refreshToken, stranger)).rejects.toMatchObject({
      code: 'refresh_token_invalid',
    });
    await gateway.sessions.signOut(bearerOf(left).sessionId, stranger);
    expect(await whoIs(left)).toBeNull();
  });

  it('outlives a change of password that it asked for; the others end', async () => {
    const account = await reviewer();
    const [mine, other] = [await account.signIn(), await account.signIn()];
    const caller = { ...stranger, principal: { ...PLATFORM, accountId: account.id } };
    const change = (current: string, next: string) =>
      gateway.sessions.changePassword(bearerOf(mine).sessionId, { current, next }, caller);
    await expect(change('wrong', 'another horse 8 staple')).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(change(PASSWORD, 'short1')).rejects.toMatchObject({ code: 'weak_password' });
    await change(PASSWORD, 'another horse 8 staple');
    expect([await whoIs(mine), await whoIs(other)]).toMatchObject([{ accountId: account.id }, null]);
    await expect(account.signIn()).rejects.toMatchObject({ code: 'wrong_credentials' });
    await expect(account.signIn('another horse 8 staple')).resolves.toBeDefined();
  });
});

describe('a principal', () => {
  const institution = { institutionId: randomUUID(), institutionLevel: 'county', regionId: '370783' } as const;
  const appointed = (agentId: string, given = {}) =>
    gateway.app.fact(agentEvents, 'appointed', {
      agentId,
      name: '王明',
      ...institution,
      classes: ['guide', 'manager'],
      active: true,
      ...given,
    });
  const signedIn = async (subject: object) => {
    const username = newName();
    await gateway.app.run(
      createAccount,
      { username, password: PASSWORD, subject: subject as typeof department },
      administrator,
    );
    return await gateway.sessions.signIn({ username, password: PASSWORD }, stranger);
  };

  it('of an agent has the classes and the place of the appointment, and is nobody the moment it ends', async () => {
    const agentId = randomUUID();
    await appointed(agentId);
    const tokens = await signedIn({ kind: 'agent', agentId });
    expect(await whoIs(tokens)).toMatchObject({
      kind: 'agent',
      name: '王明',
      roles: ['guide', 'manager'],
      agentId,
      ...institution,
    });
    await appointed(agentId, { classes: ['inspector'] });
    expect(await whoIs(tokens)).toMatchObject({ roles: ['inspector'] });
    await appointed(agentId, { active: false });
    expect(await whoIs(tokens)).toBeNull();
  });

  it('of a unit, a department and an administrator has that one role and that one place', async () => {
    const unitId = randomUUID();
    await gateway.app.fact(unitEvents, 'registered', { unitId, name: '某公司', uscc: 'x' });
    expect(await whoIs(await signedIn({ kind: 'unit', unitId }))).toMatchObject({
      kind: 'unit',
      roles: ['unit'],
      unitId,
      name: '某公司',
    });
    expect(await whoIs(await signedIn(department))).toMatchObject({
      kind: 'department',
      roles: ['reviewer'],
      departmentCode: 'SG-ZRJ',
    });
    expect(await whoIs(await signedIn({ kind: 'administrator', name: '李' }))).toMatchObject({
      roles: ['administrator'],
      unitId: null,
    });
  });

  it('of a department’s system comes by client credentials, with a secret that is stored nowhere', async () => {
    const { transact } = await import('../src/sessions/transact.js');
    const input = { clientId: newName(), name: '业务系统', departmentCode: 'SG-ZRJ', regionId: '370783' };
    const create = () =>
      transact(gateway.app.source, { operation: 'test', ...stranger }, (context) =>
        gateway.accounts.createClient(context, input),
      );
    const { clientSecret } = await create();
    await expect(create()).rejects.toMatchObject({ code: 'username_taken' });
    const { access_token } = await gateway.sessions.clientToken(
      { username: input.clientId, password: clientSecret },
      stranger,
    );
    expect(await whoIs({ accessToken: access_token })).toMatchObject({
      kind: 'system',
      roles: ['system'],
      departmentCode: 'SG-ZRJ',
      regionId: '370783',
    });
    const kept = await rows(
      "SELECT coalesce(answer::text, '') AS text FROM command_answer UNION ALL SELECT after::text FROM audit_record",
    );
    expect(JSON.stringify(kept)).not.toContain(clientSecret);
  });

  it('is nobody with the session of another account', async () => {
    const [mine, other] = [await signedIn(department), await signedIn(department)];
    expect(
      await gateway.principals.resolve({ accountId: bearerOf(mine).accountId, sessionId: bearerOf(other).sessionId }),
    ).toBeNull();
  });
});
