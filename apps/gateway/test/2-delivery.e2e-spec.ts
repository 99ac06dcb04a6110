import { Client } from '#libs/client/client.js';
import { createAccount, listAccounts } from '#libs/contracts/gateway.js';
import { editProject, enterProject, getProject, listUnits, registerUnit } from '#libs/contracts/projects.js';
import { testPlatformUrl } from '#libs/testing/config.js';
import { DEMO_PASSWORD } from '#tools/demo/stage.js';

const LICENCE = {
  name: '潍坊送达试验有限公司',
  uscc: '91370702MAX000744L',
  contactName: '经办人',
  contactMobile: '19900000074',
};

describe('what is sent twice, late or stale', () => {
  let admin: Client;
  let unit: Client;
  beforeAll(async () => {
    admin = await Client.signIn(testPlatformUrl(), 'admin', DEMO_PASSWORD);
    const known = await admin.call(listUnits, { q: LICENCE.uscc });
    const { id: unitId } = known.items[0] ?? (await admin.call(registerUnit, LICENCE));
    const username = `delivery-${Date.now().toString(36)}`;
    await admin.call(createAccount, { username, password: DEMO_PASSWORD, subject: { kind: 'unit', unitId } });
    unit = await Client.signIn(testPlatformUrl(), username, DEMO_PASSWORD);
  });

  const project = (name: string) => ({ ...enterProject.example, projectCode: null, name });

  it('takes effect once for fifty parallel requests with one key, and answers all of them alike', async () => {
    const idempotencyKey = crypto.randomUUID();
    const input = project(`同键项目${idempotencyKey}`);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => unit.call(enterProject, input, { idempotencyKey })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    const idempotencyKey = crypto.randomUUID();
    await unit.call(enterProject, project(`甲${idempotencyKey}`), { idempotencyKey });
    await expect(unit.call(enterProject, project(`乙${idempotencyKey}`), { idempotencyKey })).rejects.toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  it('asks for If-Match, refuses a stale version and names the current one', async () => {
    const { id: projectId, version } = await unit.call(enterProject, project(`版本${crypto.randomUUID()}`));
    await expect(unit.call(editProject, { projectId, floorArea: 1 })).rejects.toMatchObject({ status: 428 });
    await unit.call(editProject, { projectId, floorArea: 2 }, { version });
    await expect(unit.call(editProject, { projectId, floorArea: 3 }, { version })).rejects.toMatchObject({
      status: 412,
      body: { params: { current: version + 1 } },
    });
    expect(await unit.call(getProject, { projectId })).toMatchObject({ floorArea: 2, version: version + 1 });
  });

  it('lets one of two simultaneous edits win and tells the other why', async () => {
    const { id: projectId, version } = await unit.call(enterProject, project(`两人${crypto.randomUUID()}`));
    const edits = await Promise.allSettled(
      [11, 12].map((floorArea) => unit.call(editProject, { projectId, floorArea }, { version })),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('answers in the language that is asked for, with the fields that are wrong', async () => {
    const { body, status } = await unit.raw('POST', '/api/v1/projects', {
      body: { name: '' },
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid_input', title: expect.stringMatching(/^The input/) as string });
    expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toContain('/name');
  });

  it('refuses an unknown filter and a page that is too large', async () => {
    expect((await admin.raw('GET', '/api/v1/accounts?colour=red')).status).toBe(422);
    expect((await admin.raw('GET', '/api/v1/accounts?pageSize=1000')).status).toBe(422);
    expect((await admin.call(listAccounts, { pageSize: 1 })).items).toHaveLength(1);
  });
});
