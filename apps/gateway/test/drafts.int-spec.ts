import { createAccount } from '#libs/contracts/gateway.js';
import { PASSWORD, administrator, startGateway } from './gateway.fixture.js';
import type { Gateway } from './gateway.fixture.js';

const department = { kind: 'department', departmentCode: 'SG-ZRJ', name: '审查员' } as const;
const key = 'visit:new';

describe('drafts of forms', () => {
  let gateway: Gateway;
  let accounts = 0;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.app.stop());

  async function anAccount(): Promise<string> {
    accounts += 1;
    const input = { username: `drafter-${accounts}`, password: PASSWORD, subject: department };
    return (await gateway.app.run(createAccount, input, administrator)).id;
  }

  it('are not there before they are saved, and not for another account', async () => {
    const [mine, theirs] = [await anAccount(), await anAccount()];
    await expect(gateway.drafts.get(mine, key)).rejects.toMatchObject({ code: 'not_found' });
    await gateway.drafts.save(mine, { key, value: { place: '工地' } });
    await expect(gateway.drafts.get(theirs, key)).rejects.toMatchObject({ code: 'not_found' });
    await gateway.drafts.discard(theirs, key);
    await gateway.drafts.save(theirs, { key, value: { place: '别处' } });
    expect(await gateway.drafts.get(mine, key)).toMatchObject({ value: { place: '工地' }, version: 1 });
  });

  it('of more than 64 kB are refused', async () => {
    const account = await anAccount();
    const value = { text: '字'.repeat(22_000) };
    await expect(gateway.drafts.save(account, { key, value })).rejects.toMatchObject({ code: 'payload_too_large' });
    expect(await gateway.drafts.list(account)).toEqual({ items: [] });
  });

  it('tell the second of two browsers what stands, and whether it was discarded', async () => {
    const account = await anAccount();
    const save = (place: string, version: number) => gateway.drafts.save(account, { key, value: { place }, version });
    await save('甲', 0);
    await expect(save('乙', 0)).rejects.toMatchObject({
      code: 'draft_changed',
      params: { current: { key, value: { place: '甲' }, version: 1, savedAt: expect.any(String) as string } },
    });
    expect(await save('丙', 1)).toMatchObject({ key, version: 2 });
    await gateway.drafts.discard(account, key);
    await expect(save('丁', 2)).rejects.toMatchObject({ code: 'draft_changed', params: { current: null } });
    expect(await save('戊', 0)).toMatchObject({ version: 1 });
  });

  it('let one of two saves of the same moment win', async () => {
    const account = await anAccount();
    const saves = ['甲', '乙', '丙', '丁'].map((place) =>
      gateway.drafts.save(account, { key, value: { place }, version: 0 }),
    );
    const states = (await Promise.allSettled(saves)).map(({ status }) => status).toSorted();
    expect(states).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
  });

  it('are a hundred at most, of which any can still be changed', async () => {
    const account = await anAccount();
    const save = (number: number) => gateway.drafts.save(account, { key: `form:${number}`, value: { number } });
    for (let number = 1; number < 100; number += 1) await save(number);
    const [last, over] = await Promise.allSettled([save(100), save(101)]);
    expect([last, over].map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await save(1)).toMatchObject({ version: 2 });
    const { items } = await gateway.drafts.list(account);
    expect(items).toHaveLength(100);
    expect(items[0]).toEqual({ key: 'form:1', title: null, savedAt: expect.any(String) as string, version: 2 });
  });

  it('are neither audited nor kept among the answers', async () => {
    const account = await anAccount();
    await gateway.drafts.save(account, { key, title: '上门', value: { secret: '秘密' } });
    const kept = await gateway.app.source.query<unknown[]>(
      "SELECT 1 FROM audit_record WHERE after::text LIKE '%秘密%' UNION ALL SELECT 1 FROM command_answer WHERE answer::text LIKE '%秘密%'",
    );
    expect(kept).toEqual([]);
  });
});
