import { randomUUID } from 'node:crypto';
import { discardView, listViews, saveView } from '#libs/contracts/gateway.js';
import type { Principal, Role } from '#libs/identity/principal.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { startGateway } from './gateway.fixture.js';
import type { Gateway } from './gateway.fixture.js';

const agent = (name: string, role: Role, institutionId: string): Principal => ({
  ...PLATFORM,
  accountId: randomUUID(),
  kind: 'agent',
  name,
  roles: [role],
  institutionId,
});

describe('saved views of lists', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.app.stop());

  const view = { screen: 'cases', name: '寿光在办', search: { regionId: '370783' }, shared: false };
  const named = { screen: view.screen, name: view.name };
  const namesFor = async (reader: Principal, screen?: string) =>
    (await gateway.app.run(listViews, { screen }, reader)).items.map(({ name }) => name);

  it('are shared by managers only, and of nobody without an account', async () => {
    const helper = agent('王明', 'helper', randomUUID());
    await expect(gateway.app.run(saveView, { ...view, shared: true }, helper)).rejects.toMatchObject({
      code: 'forbidden',
      params: { permission: 'view:share' },
    });
    await expect(gateway.app.run(saveView, view, PLATFORM)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(gateway.app.run(saveView, { ...view, screen: 'Cases!' }, helper)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(await namesFor(helper)).toEqual([]);
  });

  it('are seen by their owner, and shared ones in the same institution', async () => {
    const here = randomUUID();
    const [manager, helper] = [agent('李强', 'manager', here), agent('王明', 'helper', here)];
    const elsewhere = agent('赵敏', 'helper', randomUUID());
    await gateway.app.run(saveView, { ...view, shared: true }, manager);
    await gateway.app.run(saveView, { ...view, name: '只给自己' }, manager);
    await gateway.app.run(saveView, { ...view, name: '我的', screen: 'approvals' }, helper);
    expect(await namesFor(manager)).toEqual(['只给自己', '寿光在办']);
    expect(await namesFor(helper)).toEqual(['我的', '寿光在办']);
    expect(await namesFor(helper, 'cases')).toEqual(['寿光在办']);
    expect(await namesFor(elsewhere)).toEqual([]);
    expect((await gateway.app.run(listViews, { screen: 'cases' }, helper)).items).toMatchObject([
      { ownerName: '李强', mine: false, shared: true, search: { regionId: '370783' }, columns: null },
    ]);
  });

  it('are replaced under their name and discarded by their owner only', async () => {
    const here = randomUUID();
    const [manager, helper] = [agent('李强', 'manager', here), agent('王明', 'helper', here)];
    const { id } = await gateway.app.run(saveView, { ...view, shared: true }, manager);
    const again = await gateway.app.run(saveView, { ...view, columns: ['number'], shared: true }, manager);
    expect(again).toMatchObject({ id, version: 2, columns: ['number'], mine: true });
    await expect(gateway.app.run(discardView, named, helper)).rejects.toMatchObject({ code: 'not_found' });
    await gateway.app.run(discardView, named, manager);
    expect(await namesFor(helper)).toEqual([]);
    const audit = await gateway.app.source.query<{ entity: string }[]>(
      'SELECT entity FROM audit_record WHERE entity_id = $1 ORDER BY id',
      [id],
    );
    expect(audit).toHaveLength(3);
  });

  it('of the same name saved at the same moment are one', async () => {
    const helper = agent('王明', 'helper', randomUUID());
    const saved = await Promise.all(Array.from({ length: 5 }, () => gateway.app.run(saveView, view, helper)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
  });
});
