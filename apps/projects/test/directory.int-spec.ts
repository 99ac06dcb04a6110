import { randomUUID } from 'node:crypto';
import { agentEvents, institutionEvents } from '#libs/contracts/facts.js';
import { Operations, told } from '#libs/testing/operations.js';
import { rebuildInAnyOrder } from '#libs/testing/rebuild.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';

describe('the directory of projects', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  it('is the same again when it is rebuilt from its facts, in whatever order their keys come; the ledger has each once', async () => {
    const [institutionId, agentId] = [randomUUID(), randomUUID()];
    const established = (name: string) =>
      told(institutionEvents, 'established', {
        institutionId,
        name,
        level: 'county',
        regionId: '370783',
        parentId: null,
        servicePoint: '政务服务中心',
        active: true,
      });
    const appointed = (id: string, name: string) =>
      told(agentEvents, 'appointed', {
        agentId: id,
        name,
        institutionId,
        institutionLevel: 'county',
        regionId: '370783',
        classes: ['helper'],
        active: true,
      });
    const facts = [
      established('旧名'),
      appointed(agentId, '王明'),
      established('新名'),
      appointed(randomUUID(), '李强'),
      appointed(agentId, '王小明'),
    ];
    const [institutions, agents] = (await rebuildInAnyOrder(app, 'projects', 'directory', facts)) as unknown[][];
    expect(institutions).toMatchObject([{ row: { name: '新名' } }]);
    expect(agents).toContainEqual({ row: expect.objectContaining({ id: agentId, name: '王小明' }) as unknown });
    expect(await app.source.query('SELECT count(*)::integer AS lines FROM ledger_entry')).toEqual([{ lines: 5 }]);
  });
});
