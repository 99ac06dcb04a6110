import { randomUUID } from 'node:crypto';
import { approvalEvents, assignmentEvents, caseEvents } from '#libs/contracts/facts.js';
import { getCase, publicProgress, publishProgress } from '#libs/contracts/projects.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { B02, CITY, SHOUGUANG, aCityAgent, anActiveCase, anAgent, anAppliedCase, transferToCity } from './factories.js';
import type { Applied } from './factories.js';

const manager = anAgent('manager');
const helper = anAgent('helper');
/** As the gateway calls who has not signed in. */
const anyone = { ...PLATFORM, accountId: 'public', name: '公众', kind: 'unit' } as const;

describe('the public progress of a case', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const publish = (published: boolean, as = manager) => app.run(publishProgress, { caseId: active.id, published }, as);
  const read = (token: string | null) => app.run(publicProgress, { token: token ?? '' }, anyone);

  it('is published by the principal or a manager of the institution, by nobody else', async () => {
    await expect(publish(true, active.unit)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publish(true, anAgent('inspector'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publish(true, helper)).rejects.toMatchObject({ code: 'not_publisher' });
    await expect(publish(true, aCityAgent('manager'))).rejects.toMatchObject({ code: 'not_publisher' });
    await expect(read('unknown')).rejects.toMatchObject({ code: 'progress_not_public' });
    expect((await app.run(getCase, { caseId: active.id }, manager)).publicPath).toBeNull();
    const assigned = { assignmentId: randomUUID(), agentId: helper.agentId ?? '', agentName: helper.name };
    const since = { institutionId: SHOUGUANG, reason: '属地', from: '2026-11-23' };
    await app.fact(assignmentEvents, 'assigned', { caseId: active.id, role: 'principal', ...assigned, ...since });
    expect((await publish(true, helper)).token).toMatch(/^[\w-]{32}$/);
  });

  it('says in plain words how far each item is, and names no person, contact, material or reason', async () => {
    const filing = { approvalId: randomUUID(), caseId: active.id, itemCode: 'B02', itemName: B02.name, works: null };
    const correction = { materials: ['总平面图'], dueOn: '2026-11-30', handlingBody: 'SG-SPJ' };
    await app.fact(approvalEvents, 'correctionRequested', { ...filing, ...correction });
    const { token, path } = await publish(true);
    expect(path).toBe(`/p/${token}`);
    expect((await app.run(getCase, { caseId: active.id }, active.unit)).publicPath).toBe(path);
    const seen = await read(token);
    expect(seen).toMatchObject({
      projectName: active.project.name,
      number: active.head.number,
      state: '服务中',
      institution: { id: SHOUGUANG, name: '寿光市帮代办服务中心' },
      items: [
        { name: B02.name, what: '正在补正材料', since: '2026-11-23', expectedOn: '2026-11-30' },
        { what: '尚未申报', since: null },
        { what: '尚未申报' },
      ],
    });
    expect(seen.stages[0]).toMatchObject({ done: 0, total: expect.any(Number) });
    for (const hidden of ['总平面图', helper.name, active.unit.name, '联系人甲', '19900000925', '寿光示例公司']) {
      expect(JSON.stringify(seen)).not.toContain(hidden);
    }
    await transferToCity(app, active.id);
    expect((await read(token)).institution.id).toBe(CITY);
    expect((await publish(true, aCityAgent('manager'))).token).not.toBe(token);
  });

  it('has a new address at each publication and none after a withdrawal, and tells the fact without it', async () => {
    const { token: first } = await publish(true);
    const { token: second } = await publish(true);
    await expect(read(first)).rejects.toMatchObject({ code: 'progress_not_public' });
    expect(await read(second)).toMatchObject({ number: active.head.number });
    expect(await publish(false)).toEqual({ token: null, path: null });
    await publish(false);
    await expect(read(second)).rejects.toMatchObject({ code: 'progress_not_public' });
    const told = (await app.published(caseEvents)).filter(({ type }) => type.startsWith('case.progress'));
    expect(told.at(-1)).toMatchObject({ type: 'case.progressWithdrawn', data: { caseId: active.id } });
    expect(told.filter(({ type }) => type === 'case.progressWithdrawn')).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(second);
  });

  it('can be read before anything is planned', async () => {
    const applied = await anAppliedCase(app);
    const { token } = await app.run(publishProgress, { caseId: applied.id, published: true }, manager);
    expect(await read(token)).toMatchObject({ state: '已申请', stages: [], items: [] });
  });
});
