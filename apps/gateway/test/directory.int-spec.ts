import { randomUUID } from 'node:crypto';
import { agentEvents, unitEvents } from '#libs/contracts/facts.js';
import { told } from '#libs/testing/operations.js';
import { rebuildInAnyOrder } from '#libs/testing/rebuild.js';
import { startGateway } from './gateway.fixture.js';
import type { Gateway } from './gateway.fixture.js';

describe('the directory of the gateway', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.app.stop());

  it('is the same again when it is rebuilt from its facts, in whatever order their keys come', async () => {
    const [agentId, unitId] = [randomUUID(), randomUUID()];
    const appointed = (id: string, name: string, active = true) =>
      told(agentEvents, 'appointed', {
        agentId: id,
        name,
        institutionId: unitId,
        institutionLevel: 'county',
        regionId: '370783',
        classes: ['guide'],
        active,
      });
    const registered = (id: string, name: string) => told(unitEvents, 'registered', { unitId: id, name, uscc: 'x' });
    const facts = [
      appointed(agentId, '王明'),
      registered(unitId, '旧名'),
      appointed(randomUUID(), '李强'),
      appointed(agentId, '王明', false),
      registered(unitId, '新名'),
    ];
    const [members, units] = (await rebuildInAnyOrder(gateway.app, 'gateway', 'directory', facts)) as unknown[][];
    expect(members).toContainEqual({ row: expect.objectContaining({ id: agentId, active: false }) as unknown });
    expect(members).toHaveLength(2);
    expect(units).toEqual([{ row: { id: unitId, name: '新名' } }]);
  });
});
