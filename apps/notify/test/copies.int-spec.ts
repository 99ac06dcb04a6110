import { randomUUID } from 'node:crypto';
import { agentEvents, assignmentEvents, caseEvents, projectEvents } from '#libs/contracts/facts.js';
import { Operations, told } from '#libs/testing/operations.js';
import { rebuildInAnyOrder } from '#libs/testing/rebuild.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { SHOUGUANG, anApplication } from './factories.js';

describe('the copies of notify', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  // A rule that were asked twice would break uq_message_once, and the fact would not be applied.
  it('are the same again when they are rebuilt from their facts, in whatever order their keys come, and nobody is told twice', async () => {
    const application = anApplication('旧名');
    const { caseId, project } = application;
    const [agentId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    const agent = { agentId, institutionId: SHOUGUANG };
    const assigned = (assignmentId: string) =>
      told(assignmentEvents, 'assigned', {
        ...agent,
        caseId,
        assignmentId,
        role: 'principal',
        agentName: '王明',
        reason: '分派',
        from: '2026-11-23',
      });
    const ended = { caseId, assignmentId: first, agentId, role: 'principal', to: '2026-11-24', reason: '交接' };
    const { projectId } = project;
    const renamed = { projectId, project: { ...project, name: '新名' }, changed: ['name'] };
    const facts = [
      told(caseEvents, 'applied', application),
      assigned(first),
      told(projectEvents, 'changed', renamed, { now: '2026-11-24T09:00:00+08:00' }),
      told(assignmentEvents, 'ended', ended),
      told(agentEvents, 'appointed', {
        ...agent,
        name: '王明',
        institutionLevel: 'county',
        regionId: '370783',
        classes: ['manager'],
        active: true,
      }),
      assigned(second),
    ];
    expect(await rebuildInAnyOrder(app, 'notify', 'copies', facts)).toMatchObject([
      [{ row: { id: caseId, unit_id: project.unitId, principal_agent_id: agentId, assignment_id: second } }],
      [{ row: { id: projectId, name: '新名' } }],
      [{ row: { id: agentId, classes: ['manager'] } }],
    ]);
  });
});
