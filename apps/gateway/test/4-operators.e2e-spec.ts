import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Client } from '#libs/client/client.js';
import { registerUnit } from '#libs/contracts/projects.js';
import { createAccount, getMe } from '#libs/contracts/gateway.js';
import { OPERATOR } from '#libs/contracts/operator.js';
import { testPlatformUrl } from '#libs/testing/config.js';
import { DEMO_PASSWORD } from '#tools/demo/stage.js';
import { ROOT } from '#tools/platform/root.js';

const LICENCE = {
  name: '潍坊运维试验有限公司',
  uscc: '91370702MAX000752F',
  contactName: '经办人',
  contactMobile: '19900000075',
};

/** What `npm run operate -- …` says, and how it ends. */
async function operate(args: string[], password = DEMO_PASSWORD): Promise<{ code: number | null; said: string }> {
  const env = { BANGDAIBAN_URL: testPlatformUrl(), BANGDAIBAN_USER: 'admin', BANGDAIBAN_PASSWORD: password };
  const child = spawn(process.execPath, [`${ROOT}/dist/tools/operate.js`, ...args], { env, cwd: ROOT });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, said: out + err };
}

describe('what operators do', () => {
  let admin: Client;
  let unitId: string;
  let username: string;
  beforeAll(async () => {
    admin = await Client.signIn(testPlatformUrl(), 'admin', DEMO_PASSWORD);
    ({ id: unitId } = await admin.call(registerUnit, LICENCE));
    username = `operators-${Date.now().toString(36)}`;
    await admin.call(createAccount, { username, password: DEMO_PASSWORD, subject: { kind: 'unit', unitId } });
  });

  it('is refused to everybody else, and to a wrong password in the CLI, with a sentence', async () => {
    const unit = await Client.signIn(testPlatformUrl(), username, DEMO_PASSWORD);
    await expect(unit.call(OPERATOR.notify.listDeadRecords, {})).rejects.toMatchObject({ code: 'forbidden' });
    expect(await operate(['dead', 'list', '--service', 'notify'], 'wrong')).toEqual({
      code: 1,
      said: expect.stringContaining('用户名或密码不正确') as string,
    });
    expect((await operate(['dead', 'redrive', '999999', '--service', 'notify'])).code).toBe(1);
  });

  it('lists what is dead in every service', async () => {
    for (const service of ['gateway', 'approvals']) {
      expect(await operate(['dead', 'list', '--service', service])).toMatchObject({ code: 0 });
    }
  });

  it('rebuilds a projection from its owners’ facts and returns when it is complete', async () => {
    const rebuilt = await operate(['projection', 'rebuild', 'directory', '--service', 'gateway']);
    expect(rebuilt).toEqual({ code: 0, said: expect.stringContaining('directory 已重建') as string });
    const unit = await Client.signIn(testPlatformUrl(), username, DEMO_PASSWORD);
    expect(await unit.call(getMe, {})).toMatchObject({ unitId });
    const listed = await operate(['projection', 'list', '--service', 'gateway']);
    expect(listed.said).toMatch(/directory\s+member,unit\s+agent\.appointed,unit\.registered/);
    expect((await operate(['projection', 'rebuild', 'nothing', '--service', 'gateway'])).code).toBe(1);
  });

  it('sends facts again without any effect', async () => {
    const [from, to] = ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];
    const span = ['--from', from, '--to', to, '--facts', 'unit'];
    const { code, said } = await operate(['facts', 'republish', '--service', 'projects', ...span]);
    expect(code).toBe(0);
    expect(Number(/:(\d+) 条/.exec(said)?.[1])).toBeGreaterThan(0);
    const metrics = await admin.raw('GET', '/metrics');
    expect(metrics.body).toMatch(/^dead_records 0$/m);
    expect(metrics.body).toMatch(/^commands_total\{outcome="done"\} \d+$/m);
    expect((await admin.raw('GET', '/health/ready')).status).toBe(200);
  });
});
